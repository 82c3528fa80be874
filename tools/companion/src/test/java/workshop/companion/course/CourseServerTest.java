package workshop.companion.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcomes;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The server of the course")
@Timeout(20)
class CourseServerTest {
    @TempDir
    private Path parent;
    private Path folder;
    private Workshop workshop;
    private CourseServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        workshop = WorkshopTree.in(Files.createDirectory(parent.resolve("workshop")), "step-01-one", "step-02-two");
        folder = parent.resolve("served");
        Files.writeString(Files.createDirectories(folder.resolve("site/assets")).resolve("progress.js"), "a();\n");
        Files.writeString(folder.resolve("site/index.html"), "<body>Hello</body>");
        server = CourseServer.start(workshop, folder, 0);
    }

    @AfterEach
    void stop() {
        http.shutdownNow(); // its close would wait for the end of what is told
        server.close();
    }

    @Test
    @DisplayName("serves a folder's page, which the browser must not keep")
    void page() throws IOException {
        for (String page : new String[] {"site/", "site/index.html"}) {
            assertThat(get(page)).containsIgnoringCase("\r\nContent-Type: text/html").containsIgnoringCase("\r\nCache-Control: no-store\r\n")
                    .contains("<body>Hello</body>");
        }
    }

    @Test
    @DisplayName("leads from its root to the learner's pages")
    void root() throws IOException {
        assertThat(get("")).startsWith("HTTP/1.1 302 ").containsIgnoringCase("\r\nLocation: /site/\r\n");
    }

    @Test
    @DisplayName("has the pages load a script that hears what happens, which the files don't")
    void script() throws IOException {
        assertThat(get("site/assets/progress.js")).containsIgnoringCase("\r\nContent-Type: text/javascript")
                .contains("a();\nimport('./live.js');\n");
        Files.writeString(Files.createDirectories(folder.resolve("site/de/assets")).resolve("progress.js"), "b();\n");
        assertThat(get("site/de/assets/progress.js")).as("A site in another language").contains("b();\nimport('./live.js');\n");
        assertThat(folder.resolve("site/assets/progress.js")).hasContent("a();\n");
    }

    @Test
    @DisplayName("serves nothing outside of its folder")
    void outside() throws IOException {
        Files.writeString(parent.resolve("secret.txt"), "secret");
        for (String path : new String[] {"%2e%2e/secret.txt", "../secret.txt", "site/..%2f../secret.txt", "absent.html"}) {
            assertThat(get(path)).doesNotContain("secret\n", " 200 ");
        }
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
        assertThat(ask("site/assets/progress.js", host)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    @DisplayName("says in one line where it is to a request for another host")
    void misdirected() throws IOException {
        assertThat(ask("site/", "evil.example")).endsWith("The course is at %s alone.\n".formatted(server.learner()));
    }

    @Test
    @DisplayName("says in a line that its port is taken, and what to do")
    void portTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatThrownBy(() -> CourseServer.start(workshop, folder, taken.getLocalPort())).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Port %d can't be had", taken.getLocalPort()).hasMessageEndingWith("or take --port=0.");
        }
    }

    @Test
    @DisplayName("tells an open page what is wrong with the sources, as often as they are rendered, and that there is something new")
    void rendering() throws Exception {
        var events = events();
        assertThat(server.printed("course: a.adoc, line 7: no such file")).isFalse();
        assertThat(server.printed("Not rendered.")).isFalse();
        await(events, "\"lines\":[\"a.adoc, line 7: no such file\"],\"key\":\"problems\"");
        assertThat(server.printed("Rendered in 7 ms.")).isTrue();
        await(events, "\"lines\":[],\"key\":\"problems\"");
        await(events, "\"key\":\"version\"");
    }

    @Test
    @DisplayName("tells an open page how far each step is, as soon as somebody's tests have ended")
    void steps() throws Exception {
        var events = events();
        await(events, "\"done\":false,\"tests\":[],\"key\":\"step-02\"");
        var two = workshop.step("2");
        new RememberedProgress(workshop).remember(TestOutcomes.progress(two, TestOutcomes.exercise("a", State.GREEN),
                                                                        TestOutcomes.exercise("b", State.RED)),
                                                  StepSources.of(workshop, two).digest());
        await(events, "\"tests\":[{\"name\":\"a\",\"state\":\"green\"},{\"name\":\"b\",\"state\":\"red\"}],\"key\":\"step-02\"");
    }

    private Iterator<String> events() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.learner().resolve("events")).build(), BodyHandlers.ofLines()).body().iterator();
    }

    /** Waits until the page is told something; the time limit of the class is the cap. */
    private static void await(Iterator<String> events, String part) {
        var heard = new ArrayList<String>();
        try {
            do {
                heard.add(events.next());
            } while (!heard.getLast().contains(part));
        } catch (UncheckedIOException e) {
            throw new AssertionError("'%s' was not told, but %s".formatted(part, heard), e);
        }
    }

    private String get(String path) throws IOException {
        return ask(path, "localhost:PORT");
    }

    /** The client of the JDK would not let a test name another host. */
    private String ask(String path, String host) throws IOException {
        int port = server.learner().getPort();
        try (var socket = new Socket(InetAddress.getByName("localhost"), port)) {
            var request = "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, host.replace("PORT", Integer.toString(port)));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput(); // Helidon closes a connection when its client does
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
