package workshop.lab;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

@DisplayName("The lab's web server")
class LabRoutingIT extends LabTest {
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
    @ValueSource(strings = {"../pom.xml", "..%2f..%2fpom.xml", "LabRouting.class", "workshop/lab/LabRouting.class",
        "base.css/../../LabRouting.class", "%2e%2e/Lab.class", "/etc/passwd"})
    @DisplayName("serves the files of its page, and no other")
    void otherFiles(String path) {
        assertThat(status("GET /" + path, "localhost:PORT", "", "")).isNotEqualTo(200);
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(delimiter = '|', textBlock = """
            {"command":"dance","side":"left"}                   | 409 | There is no command 'dance'.
            {"command":"send","side":"top"}                     | 409 | There is no side 'top': use left or right.
            {"command":"choose","side":"left","step":99}        | 409 | There is no step '99': use one of 1, 2, 3, 4, 5.
            {"command":"choose","side":"left","step":6}         | 409 | There is no step '6': use one of 1, 2, 3, 4, 5.
            {"command":"set","work":1,"deadline":30000}         | 409 | 1 ms is out of range: use 500 to 60000.
            {"command":"start","side":"left"}                   | 409 | There is no stopped server here to start.
            {"command":"set","work":4294968296,"deadline":30000} | 400 | 'work' is 4294968296: use a whole number up to 2147483647.
            {"command":"set","work":1000.5,"deadline":30000}    | 400 | 'work' is 1000.5: use a whole number up to 2147483647.
            {"command":"choose","side":"left","step":4294967297} | 400 | 'step' is 4294967297: use a whole number up to 2147483647.
            {"command":"choose","side":"left","step":"1"}       | 400 | This is not JSON as it is expected here.
            {"command":7}                                       | 400 | This is not JSON as it is expected here.
            {"command":"set","work":1e999999999,"deadline":3e4} | 400 | 'work' is 1E+999999999: use a whole number up to 2147483647.
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            application/json;charset=klingon    | 'klingon' is not what JSON is in: use UTF-8.
            application/json;charset=UTF-16     | 'UTF-16' is not what JSON is in: use UTF-8.
            application/json;charset=utf-8      | This is not JSON as it is expected here.
            """)
    @DisplayName("answers a command in an encoding that JSON does not have with a sentence")
    void otherEncodings(String type, String message) throws IOException, InterruptedException {
        var response = page.command("[]", type);
        assertThat(response.body()).isEqualTo(message);
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} deep")
    @CsvSource({"400, This is not JSON as it is expected here.", "100000, This is longer than any command: use at most 1000 bytes."})
    @DisplayName("answers a command that is nested without an end with a sentence")
    void nested(int depth, String message) throws IOException, InterruptedException {
        for (String json : List.of("{\"a\":".repeat(depth / 4), "{\"command\":" + "[".repeat(depth), "[".repeat(depth))) {
            var response = page.command(json);
            assertThat(response.statusCode()).as("The status of %.20s…", json).isEqualTo(400);
            assertThat(response.body()).isEqualTo(message);
        }
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
