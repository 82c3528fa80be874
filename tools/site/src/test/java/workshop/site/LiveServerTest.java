package workshop.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The server for authors")
class LiveServerTest {
    @TempDir
    private Path parent;
    private Path folder;
    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        folder = parent.resolve("served");
        Files.writeString(Files.createDirectories(folder.resolve("site")).resolve("index.html"), "<body>Hello</body>");
        server = LiveServer.start(0, folder);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("serves a folder's page, which the browser must not keep")
    void page() throws IOException {
        assertThat(get("site/")).contains("\r\nContent-type: text/html\r\n", "\r\nCache-control: no-store\r\n")
                .endsWith("\r\n\r\n<body>Hello</body>");
    }

    @Test
    @DisplayName("leads from its root to the learner's pages")
    void root() throws IOException {
        assertThat(get("")).startsWith("HTTP/1.1 302 ").contains("\r\nLocation: /site/\r\n");
    }

    @Test
    @DisplayName("has a page load again by a script that the page has")
    void script() throws IOException {
        LiveServer.addTo(Files.writeString(folder.resolve("site/a.js"), "a();\n"));
        assertThat(get("site/a.js")).contains("\r\n\r\na();\n", "fetch(\"/version\")", "location.reload()");
    }

    @Test
    @DisplayName("tells pages when there is something new")
    void reload() throws IOException {
        String before = version();
        assertThat(version()).isEqualTo(before);
        server.reload();
        assertThat(version()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("serves nothing outside of its folder")
    void outside() throws IOException {
        Files.writeString(parent.resolve("secret.txt"), "secret");
        assertThat(get("%2e%2e/secret.txt")).startsWith("HTTP/1.1 404 ");
        assertThat(get("absent.html")).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            localhost:PORT      | 200
            LocalHost:PORT      | 200
            127.0.0.1:PORT      | 200
            [::1]:PORT          | 200
            localhost           | 421
            localhost:1         | 421
            evil.example        | 421
            evil.example:PORT   | 421
            localhost.evil:PORT | 421
            """)
    @DisplayName("answers a request for this machine alone, so that no other site can name it as its own")
    void hosts(String host, int status) throws IOException {
        assertThat(ask("site/", host)).startsWith("HTTP/1.1 " + status);
        assertThat(ask("version", host)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    @DisplayName("says in one line where it is to a request for another host")
    void misdirected() throws IOException {
        assertThat(ask("site/", "evil.example")).endsWith("\r\n\r\nThe course is at %s alone.\n".formatted(server.address()));
    }

    private String version() throws IOException {
        return get("version").replaceFirst("(?s).*\r\n\r\n", "");
    }

    private String get(String path) throws IOException {
        return ask(path, "localhost:PORT");
    }

    /** The client of the JDK would not let a test name another host. */
    private String ask(String path, String host) throws IOException {
        int port = server.address().getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host.replace("PORT", Integer.toString(port)));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
