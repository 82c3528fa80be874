package workshop.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The lab")
@TestMethodOrder(OrderAnnotation.class)
class LabIT {
    private static final Pattern TOKEN = Pattern.compile("lab-token\" content=\"(\\w+)\"");

    private static Lab lab;
    private static String token;
    private static Listener page;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        lab = Lab.start(new Solutions(), 0);
        var matcher = TOKEN.matcher(get("").body());
        assertThat(matcher.find()).as("The page has a token").isTrue();
        token = matcher.group(1);
        page = new Listener(lab.address().resolve("events"));
        page.await("\"state\":\"running\".*left/server");
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
    @Order(1)
    void otherOrigins(String host, String origin, String given) throws IOException {
        var port = Integer.toString(lab.address().getPort());
        String answer = post(host.replace("PORT", port),
                             "own".equals(origin) ? "http://localhost:" + port : origin == null ? null : origin.replace("PORT", port),
                             "own".equals(given) ? token : given,
                             "{\"command\":\"kill\",\"side\":\"left\"}");
        assertThat(answer).startsWith("HTTP/1.1 403 ");
    }

    @Test
    @DisplayName("shows nothing to a page that came by DNS rebinding")
    @Order(1)
    void rebinding() throws IOException {
        for (String path : new String[] {"/", "/events", "/lab.js"}) {
            assertThat(exchange("GET %s HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                                        .formatted(path, lab.address().getPort()))).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    @DisplayName("forbids its page to load anything from elsewhere")
    @Order(1)
    void policy() throws IOException, InterruptedException {
        var response = get("");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.body()).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("{{token}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pom.xml", "..%2f..%2fpom.xml", "Lab.class", "workshop/lab/Lab.class",
        "base.css/../Lab.class", "%2e%2e/Lab.class", "/etc/passwd"})
    @DisplayName("serves the files of its page, and no other")
    @Order(1)
    void otherFiles(String path) throws IOException {
        assertThat(exchange("GET /%s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                                    .formatted(path, lab.address().getPort()))).doesNotStartWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"command":"dance","side":"left"}                   | 409 | There is no command 'dance'.
            {"command":"send","side":"top"}                     | 409 | There is no side 'top': use left or right.
            {"command":"choose","side":"left","step":5}         | 409 | There is no step 5: use 1 to 4.
            {"command":"set","work":1,"deadline":30000}         | 409 | 1 ms is out of range: use 500 to 60000.
            {"command":"start","side":"left"}                   | 409 | There is no stopped server here to start.
            {"command":7}                                       | 400 | This is not JSON as it is expected here.
            []                                                  | 400 | This is not JSON as it is expected here.
            no json                                             | 400 | This is not JSON as it is expected here.
            """)
    @DisplayName("answers a command that can't be carried out with a sentence")
    @Order(2)
    void wrongCommands(String command, int status, String message) throws IOException, InterruptedException {
        var response = command(command);
        assertThat(response.body()).isEqualTo(message);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName("tells of a client that hangs up, what the log, the directory and the client's socket show")
    @Order(3)
    void hangUp() throws IOException, InterruptedException {
        lab.set(new Settings(Duration.ofSeconds(1), Duration.ofSeconds(30)));
        page.await("\"work\":1000");
        page.choose(3, false);

        assertThat(command("{\"command\":\"hang-up\",\"side\":\"left\",\"way\":\"rst\"}").statusCode()).isEqualTo(204);
        page.await("\"ended\":\\d+.*\"removed\":\\d+.*\"way\":\"RST\".*left/lane/1\\.");
        page.await("\"text\":\"new file [^\"]*\\.staging/[^\"]*\",\"lane\":1");
        page.await("\"text\":\"The client closed the connection prematurely. Cleaning up.\",\"lane\":1");
        page.await("\"left\":1,\"garbage\":0,.*left/sums");
    }

    @Test
    @DisplayName("takes a hundred requests in, and no more than 64 clients at a time")
    @Order(4)
    void bounded() throws IOException, InterruptedException {
        page.choose(1, false);
        for (int i = 0; i < Stand.MOST_CLIENTS; i++) {
            assertThat(command("{\"command\":\"send\",\"side\":\"left\"}").statusCode()).as("Request " + i).isEqualTo(204);
        }
        page.await("\"sent\":64,.*left/sums");
        page.await("\"sent\":64,\"answered\":64,.*left/sums");
        for (int i = 0; i < Stand.MOST_CLIENTS; i++) {
            command("{\"command\":\"send\",\"side\":\"left\"}");
        }
        page.await("\"answered\":128,.*left/sums");
        page.await("\"gone\":\"left/lane/28\\.\"");
    }

    @Test
    @DisplayName("says with its last lines that a server did not start, and why one can't be built")
    @Order(5)
    void failures() throws InterruptedException {
        lab.choose("left", 1, true);
        page.await("\"state\":\"failed\",\"message\":\"[^\"]*did not start \\(exit status 1\\). Its last lines:[^\"]*absent.jar");
        lab.choose("left", 2, true);
        page.await("\"state\":\"failed\",\"message\":\"Step 02 does not build:[^\"]*expected");
    }

    @Test
    @DisplayName("says with its exit status that a server has died")
    @Order(6)
    void death() throws InterruptedException {
        String running = page.choose(2, false);
        var process = Pattern.compile("\"process\":(\\d+)").matcher(running);
        assertThat(process.find()).isTrue();
        ProcessHandle.of(Long.parseLong(process.group(1))).orElseThrow().destroyForcibly();

        page.await("\"state\":\"failed\",\"message\":\"[^\"]*has ended by itself \\(exit status .*left/server");
    }

    @Test
    @DisplayName("leaves no process and no file when it ends")
    @Order(7)
    void ends() throws IOException, InterruptedException {
        try (var other = Lab.start(new Solutions(), 0)) {
            var listener = new Listener(other.address().resolve("events"));
            String running = listener.await("\"state\":\"running\".*left/server");
            var found = Pattern.compile("\"directory\":\"([^\"]+)\".*\"process\":(\\d+)").matcher(running);
            assertThat(found.find()).isTrue();
            other.command("left", "send", WayOfLeaving.FIN);
            URI address = other.address();
            other.close();

            assertThat(ProcessHandle.of(Long.parseLong(found.group(2))).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(Path.of(found.group(1)).getParent()).doesNotExist();
            assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("says in a sentence that its port is taken, and leaves nothing behind")
    @Order(8)
    void portTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatThrownBy(() -> Lab.start(new Solutions(), taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("Port \\d+ can't be had \\(.*\\): stop what uses it, or use another port, or 0 for any\\.");
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(lab.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> command(String json) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(lab.address().resolve("commands"))
                                 .header("Origin", "http://localhost:" + lab.address().getPort())
                                 .header("X-Lab-Token", token)
                                 .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    private static String post(String host, String origin, String given, String json) throws IOException {
        var request = new StringBuilder("POST /commands HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        if (origin != null) {
            request.append("Origin: ").append(origin).append("\r\n");
        }
        if (given != null) {
            request.append("X-Lab-Token: ").append(given).append("\r\n");
        }
        return exchange(request.append("Content-Length: ").append(json.length()).append("\r\n\r\n").append(json).toString());
    }

    /** The first line of the answer. */
    private static String exchange(String request) throws IOException {
        URI address = lab.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }

    /** A page that listens to the feed. */
    private static final class Listener {
        private static final Duration CAP = Duration.ofSeconds(30);

        private final List<String> messages = new ArrayList<>();

        Listener(URI events) {
            Thread.startVirtualThread(() -> HTTP.sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines())
                    .thenAccept(response -> response.body().forEach(this::add)));
        }

        /** Puts a server on the left, and waits until it runs; what was told before does not count any more. */
        String choose(int step, boolean mine) throws InterruptedException {
            synchronized (this) {
                messages.clear();
            }
            lab.choose("left", step, mine);
            return await("\"state\":\"running\".*\"step\":%d.*left/server".formatted(step));
        }

        /** Waits until something is told that has this in it. */
        synchronized String await(String wanted) throws InterruptedException {
            var pattern = Pattern.compile(wanted);
            long end = System.nanoTime() + CAP.toNanos();
            while (true) {
                var found = messages.stream().filter(message -> pattern.matcher(message).find()).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("The lab did not tell '%s' within %s. What it told: %s".formatted(wanted, CAP,
                            String.join("\n", messages)));
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }

        private synchronized void add(String message) {
            messages.add(message);
            notifyAll();
        }
    }
}
