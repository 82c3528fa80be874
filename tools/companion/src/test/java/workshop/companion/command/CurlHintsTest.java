package workshop.companion.command;

import java.net.URI;
import java.nio.file.Path;
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
        assertThat(new CurlHints(List.of("-Dworkshop.directory=/tmp/workshop"), 1, false).lines(URI.create("http://localhost:41234"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains("curl -i http://localhost:41234/a"))
                .anyMatch(line -> line.contains("curl -i --max-time 1 http://localhost:41234/a"))
                .anyMatch(line -> line.contains("ls /tmp/workshop"));
    }

    @Test
    @DisplayName("can be pasted on Windows, and with spaces in the directory")
    void quoted() {
        assertThat(new CurlHints(List.of("-Dworkshop.directory=C:\\my files"), 1, true).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .anyMatch(line -> line.contains("curl.exe -i http://localhost:1/a"))
                .anyMatch(line -> line.contains("dir \"C:\\my files\""));
    }

    @Test
    @DisplayName("says where a file is before it is committed, and that older ones stay, where the server stages its files")
    void staged() {
        assertThat(lines(3)).anyMatch(line -> line.contains(".staging") && line.contains("Files of earlier runs stay"));
        assertThat(lines(2)).noneMatch(line -> line.contains(".staging"));
    }

    @Test
    @DisplayName("leaves in HTTP/2, too, where the server speaks it and the system's curl can")
    void http2() {
        assertThat(lines(5)).anyMatch(line -> line.contains("curl -i --http2-prior-knowledge --max-time 1 http://localhost:1/a"));
        assertThat(lines(4)).noneMatch(line -> line.contains("http2"));
        assertThat(new CurlHints(List.of(), 5, true).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server."))
                .noneMatch(line -> line.contains("http2"));
    }

    @Test
    @DisplayName("says where uploads and objects are, where the server has a store inside")
    void store() {
        assertThat(lines(6, "-Dworkshop.directory=/tmp/w", "-Dworkshop.bucket=mine"))
                .anyMatch(line -> line.contains("ls -A " + Path.of("/tmp/w", ".store", "mine")))
                .anyMatch(line -> line.contains("upload under way") && line.contains("Objects of earlier runs stay"))
                .noneMatch(line -> line.contains(".staging"));
        assertThat(lines(6, "-Dworkshop.store=http://localhost:9000")).as("What stays is elsewhere")
                .noneMatch(line -> line.contains("what stays") || line.contains("upload"));
    }

    @Test
    @DisplayName("has the directory as the server's options set it, or the default")
    void directory() {
        assertThat(lines(1, "-Xmx64m", "-Dworkshop.directory=/tmp/a=b", "-Dserver.port=0")).anyMatch(line -> line.contains("ls /tmp/a=b "));
        assertThat(lines(1)).anyMatch(line -> line.contains("workshop") && line.endsWith("what stays"));
    }

    private static List<String> lines(int step, String... options) {
        return new CurlHints(List.of(options), step, false).lines(URI.create("http://localhost:1"), "Ctrl-C stops the server.");
    }
}
