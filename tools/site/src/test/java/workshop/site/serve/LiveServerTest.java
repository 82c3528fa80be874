package workshop.site.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    private final HttpClient client = HttpClient.newHttpClient();

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
        client.close();
    }

    @Test
    @DisplayName("serves a folder's page, which the browser must not keep")
    void page() throws IOException, InterruptedException {
        assertThat(get("site/").body()).isEqualTo("<body>Hello</body>");
        assertThat(get("site/").headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(get("site/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    @DisplayName("leads from its root to the learner's pages")
    void root() throws IOException, InterruptedException {
        assertThat(get("").statusCode()).isEqualTo(302);
        assertThat(get("").headers().firstValue("Location")).hasValue("/site/");
    }

    @Test
    @DisplayName("has a page load again by a script that the page has")
    void script() throws IOException, InterruptedException {
        LiveServer.addTo(Files.writeString(folder.resolve("site/a.js"), "a();\n"));
        assertThat(get("site/a.js").body()).startsWith("a();\n").contains("fetch(\"/version\")", "location.reload()");
    }

    @Test
    @DisplayName("tells pages when there is something new")
    void reload() throws IOException, InterruptedException {
        String before = get("version").body();
        assertThat(get("version").body()).isEqualTo(before);
        server.reload();
        assertThat(get("version").body()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("serves nothing outside of its folder")
    void outside() throws IOException, InterruptedException {
        Files.writeString(parent.resolve("secret.txt"), "secret");
        assertThat(get("%2e%2e/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("absent.html").statusCode()).isEqualTo(404);
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
        for (String path : List.of("site/", "version")) {
            assertThat(ask(path, host.replace("PORT", Integer.toString(server.address().getPort())))).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    @DisplayName("says in one line where it is to a request for another host")
    void misdirected() throws IOException {
        assertThat(ask("site/", "evil.example")).endsWith("\r\n\r\nThe course is at %s alone.\n".formatted(server.address()));
    }

    /** The client of the JDK would not let a test name another host. */
    private String ask(String path, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            var request = "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }
}
