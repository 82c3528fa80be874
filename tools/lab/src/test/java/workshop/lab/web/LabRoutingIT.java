package workshop.lab.web;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.lab.Lab;
import workshop.lab.LabPage;
import workshop.lab.Solutions;
import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

@DisplayName("The lab's web server")
class LabRoutingIT {
    private static Lab lab;
    private static LabPage page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        lab = Solutions.lab();
        page = new LabPage(lab);
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest(name = "Host: {0}, Origin: {1}, token: {2}")
    @CsvSource({
        "evil.example, own, own", "evil.example:PORT, own, own", "localhost, own, own",
        "localhost:PORT, http://evil.example, own", "localhost:PORT, null, own", "localhost:PORT, , own",
        "localhost:PORT, https://localhost:PORT, own", "localhost:PORT, own, wrong", "localhost:PORT, own, "})
    @DisplayName("takes no command from anywhere but its own page")
    void otherOrigins(String host, String origin, String token) {
        String json = "{\"command\":\"kill\",\"side\":\"left\"}";
        var headers = header("Origin", "own".equals(origin) ? "http://localhost:PORT" : origin)
                + header("X-Lab-Token", "own".equals(token) ? page.token() : token)
                + header("Content-Length", Integer.toString(json.length()));

        assertThat(status("POST /commands", host, headers, json)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/lab.js"})
    @DisplayName("shows nothing to a page that came by DNS rebinding")
    void rebinding(String path) {
        assertThat(status("GET " + path, "evil.example:PORT", "", "")).isEqualTo(403);
    }

    @Test
    @DisplayName("forbids its page to load anything from elsewhere")
    void policy() throws IOException, InterruptedException {
        var response = page.load();
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.body()).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("{{token}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pom.xml", "..%2f..%2fpom.xml", "PageFiles.class", "workshop/lab/web/PageFiles.class",
        "base.css/../PageFiles.class", "%2e%2e/Lab.class", "/etc/passwd"})
    @DisplayName("serves the files of its page, and no other")
    void otherFiles(String path) {
        assertThat(status("GET /" + path, "localhost:PORT", "", "")).isNotEqualTo(200);
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(delimiter = '|', textBlock = """
            {"command":"dance","side":"left"}                   | 409 | There is no command 'dance'.
            {"command":"send","side":"top"}                     | 409 | There is no side 'top': use left or right.
            {"command":"choose","side":"left","step":5}         | 409 | There is no step '5': use one of 1, 2, 3, 4.
            {"command":"set","work":1,"deadline":30000}         | 409 | 1 ms is out of range: use 500 to 60000.
            {"command":"start","side":"left"}                   | 409 | There is no stopped server here to start.
            {"command":"set","work":4294968296,"deadline":30000} | 400 | 'work' is 4294968296: use a whole number up to 2147483647.
            {"command":"set","work":1000.5,"deadline":30000}    | 400 | 'work' is 1000.5: use a whole number up to 2147483647.
            {"command":"choose","side":"left","step":4294967297} | 400 | 'step' is 4294967297: use a whole number up to 2147483647.
            {"command":"choose","side":"left","step":"1"}       | 400 | This is not JSON as it is expected here.
            {"command":7}                                       | 400 | This is not JSON as it is expected here.
            []                                                  | 400 | This is not JSON as it is expected here.
            no json                                             | 400 | This is not JSON as it is expected here.
            ''                                                  | 400 | This is not JSON as it is expected here.
            """)
    @DisplayName("answers a command that can't be carried out with a sentence")
    void wrongCommands(String command, int status, String message) throws IOException, InterruptedException {
        var response = page.command(command);
        assertThat(response.body()).isEqualTo(message);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName("lets its own page in on port 80, too, which browsers leave out")
    void defaultPort() throws IOException, InterruptedException {
        try (var onPort80 = onPort80()) {
            var response = new LabPage(onPort80).command("{\"command\":\"dance\",\"side\":\"left\"}");

            assertThat(response.body()).isEqualTo("There is no command 'dance'.");
        }
    }

    private static Lab onPort80() {
        try {
            return Solutions.lab(80);
        } catch (IOException e) {
            return abort(e.getMessage());
        }
    }

    private static int status(String request, String host, String headers, String body) {
        var address = lab.address();
        var head = "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n".formatted(request, host, headers);
        try (var client = SocketClient.connect(address)) {
            return client.send(head.replace("PORT", Integer.toString(address.getPort())) + body).answer().status();
        }
    }

    private static String header(String name, String value) {
        return value == null ? "" : "%s: %s\r\n".formatted(name, value);
    }
}
