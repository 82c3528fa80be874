package workshop.companion.command;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.testkit.process.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What to try on a server")
class CurlHintsTest {
    @Test
    @DisplayName("has the address where it really listens")
    void address() {
        assertThat(ServerProcess.address("Listening on http://localhost:41234")).hasValue(URI.create("http://localhost:41234"));
        assertThat(ServerProcess.address("new file /tmp/Listening on http://x")).isEmpty();
        assertThat(new CurlHints("/tmp/workshop", 2, false).lines(URI.create("http://localhost:41234"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains("curl -i http://localhost:41234/a"))
                .anyMatch(line -> line.contains("curl -i --max-time 1 http://localhost:41234/a"))
                .anyMatch(line -> line.contains("ls /tmp/workshop"));
    }

    @Test
    @DisplayName("can be pasted on Windows, and with spaces in the directory")
    void quoted() {
        assertThat(new CurlHints("C:\\my files", 2, true).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains("curl.exe -i http://localhost:1/a"))
                .anyMatch(line -> line.contains("dir \"C:\\my files\""));
    }

    @Test
    @DisplayName("says where a file is before it is committed, and that older ones stay, where the server stages its files")
    void staged() {
        assertThat(new CurlHints("/tmp/workshop", 3, false).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains(".staging") && line.contains("Files of earlier runs stay"));
        assertThat(new CurlHints("/tmp/workshop", 2, false).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .noneMatch(line -> line.contains(".staging"));
    }

    @Test
    @DisplayName("leaves in HTTP/2, too, where the server speaks it and the system's curl can")
    void http2() {
        String leaves = "curl -i --http2-prior-knowledge --max-time 1 http://localhost:1/a";
        assertThat(new CurlHints("/tmp/workshop", 5, false).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains(leaves));
        assertThat(new CurlHints("/tmp/workshop", 4, false).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .noneMatch(line -> line.contains("http2"));
        assertThat(new CurlHints("C:\\files", 5, true).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .noneMatch(line -> line.contains("http2"));
    }

    @Test
    @DisplayName("has the directory as the server's options set it, or the default")
    void directory() {
        assertThat(CurlHints.directory(List.of("-Xmx64m", "-Dworkshop.directory=/tmp/a=b", "-Dserver.port=0"))).isEqualTo("/tmp/a=b");
        assertThat(CurlHints.directory(List.of())).endsWith("workshop");
    }
}
