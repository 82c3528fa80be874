package workshop.companion.watch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.CommandName;
import workshop.companion.WorkshopTree;
import workshop.companion.terminal.Console;
import workshop.companion.testrun.RememberedProgress;
import workshop.model.Workshop;
import workshop.plumbing.wait.CappedWait;
import workshop.room.RoomLink;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("While a step is watched")
@Timeout(120)
class StepWatchTest {
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final Locale FORMAT = Locale.getDefault(Locale.Category.FORMAT);
    private static final String STARTER = """
            final class One {
                static int one() {
                    return 0; // TODO step 01: one
                }
            }
            """;
    private static final String ANSWER = STARTER.replace("return 0; // TODO step 01: one", "return 1;");

    private final LinkedBlockingQueue<StepWatch.Event> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path root;
    private Workshop workshop;
    private Path source;
    private TestTerminal terminal;
    private Thread watching;
    private final ConcurrentLinkedDeque<String> told = new ConcurrentLinkedDeque<>();
    private HttpServer room;
    private volatile boolean green;

    @BeforeEach
    void makeTree() throws IOException {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two");
        Path step = workshop.step("1").starter();
        source = Files.writeString(step.resolve("src/main/java/One.java"), STARTER);
        Files.writeString(Files.createDirectories(step.resolve("src/test/java")).resolve("OneTest.java"), """
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.DisplayName;
                import workshop.testkit.exercise.Exercise;

                class OneTest {
                    @Exercise(hint = "Return it.")
                    @DisplayName("One is one")
                    void one() {
                        Assertions.assertEquals(1, One.one(), "One");
                    }
                }
                """);
        Files.writeString(step.resolve("src/test/java/OneIT.java"), """
                import workshop.testkit.exercise.Exercise;

                class OneIT {
                    @Exercise(hint = "The watch does not run it.")
                    void jar() {
                    }
                }
                """);
        Files.writeString(step.resolve("hints.yaml"), "- {todo: 1, file: a, title: The one, hints: [think, look, write]}\n");
        Files.writeString(workshop.step("1").solution().resolve("src/main/java/One.java"), ANSWER);
        Files.writeString(Files.createDirectories(step.resolve("target")).resolve("server.jar"), "built already");
        terminal = new TestTerminal();
        room = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        room.createContext("/", this::hear);
        room.start();
        watching = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        var address = URI.create("http://localhost:" + room.getAddress().getPort());
        try (var link = new RoomLink(address, "ABCDEF", "Ada"); var console = terminal.console();
                var watch = new StepWatch(workshop, workshop.step("1"), console, events, false, "", Optional.of(link))) {
            link.onNews(() -> events.add(StepWatch::roomHasNews));
            console.listen(key -> StepWatch.press(key, events), () -> { });
            green = watch.untilGreen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (told) {
            told.add(request);
            told.notifyAll();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        events.add(watched -> watched.press(Console.STOP));
        watching.join();
        room.stop(0);
        Locale.setDefault(Locale.Category.FORMAT, FORMAT);
    }

    @Test
    @DisplayName("the red test comes with its hint, and a save that mends it, by rename, goes on to the next step")
    void redThenGreen() throws IOException, InterruptedException {
        assertThat(terminal.await("Hint: Return it.")).contains("red  One is one", "0 of 1 exercises")
                .contains("TODO 1 is in step-01-one/src/main/java/One.java:3")
                .containsPattern("One is one  \\d+\\.\\d s");

        Path other = Files.writeString(source.resolveSibling("One.java.new"), ANSWER);
        Files.move(other, source, StandardCopyOption.REPLACE_EXISTING);

        assertThat(terminal.await("Step 01, one is done.")).contains("1 of 1 exercises, done");
        watching.join();
        assertThat(green).isTrue();
        assertThat(terminal.all()).contains("… 1 test has ended").doesNotContain("1 tests");
        assertThat(new RememberedProgress(workshop).done(workshop.step("1"))).isTrue();
    }

    @Test
    @DisplayName("an instructor's room is told what is red, and that help is asked for, and in the end that the learner leaves")
    void room() throws InterruptedException {
        terminal.await("Hint: Return it.");
        events.add(watched -> watched.press('?'));
        terminal.await("Room: joined, you ask for help");
        assertTold("PUT.*\"step\":1,\"solved\":0,\"exercises\":1,\"red\":\"One is one\".*\"help\":true.*");
        events.add(watched -> watched.press('q'));
        watching.join();

        assertThat(told).noneMatch(report -> report.contains("return 0"));
        assertThat(told.peekLast()).isEqualTo("DELETE");
    }

    private void assertTold(String report) {
        synchronized (told) {
            CappedWait.until(told, CAP, () -> told.stream().anyMatch(each -> each.matches(report)));
        }
        assertThat(told).anyMatch(each -> each.matches(report));
    }

    @Test
    @DisplayName("code that does not compile is shown with file and line, and mended by the next save")
    void doesNotCompile() throws IOException, InterruptedException {
        terminal.await("Hint: Return it.");
        Files.writeString(source, STARTER.replace("0;", "zero;"));

        assertThat(terminal.await("does not compile")).contains("step-01-one/src/main/java/One.java:3: cannot find symbol",
                                                            "return zero; // TODO step 01: one");
        Files.writeString(source, STARTER);
        terminal.await("red  One is one");
    }

    @Test
    @DisplayName("a test that never ends is given up for the next save")
    void neverEnds() throws IOException, InterruptedException {
        terminal.await("Hint: Return it.");
        Files.writeString(source, STARTER.replace("return 0;", "while (true) { Thread.onSpinWait(); }"));
        terminal.await("Testing", "");

        Files.writeString(source, ANSWER);
        terminal.await("Step 01, one is done.");
    }

    @Test
    @DisplayName("keys give a hint, deeper each time, the difference to the solution, and the list")
    void keys() throws IOException, InterruptedException {
        terminal.await("0 of 1 exercises");
        terminal.press('h');
        assertThat(terminal.await("think")).contains("TODO 1 of 1: The one", "Hint 1 of 3");
        terminal.press('h');
        terminal.await("look");
        terminal.press('d');
        terminal.await("See the solution of Step 01, one, beside yours?");
        terminal.press('y');
        assertThat(terminal.await("--- yours/")).contains("+        return 1;");
        terminal.press('l');
        assertThat(terminal.await("> Step 01, one")).contains("> Step 01, one  0 of 1 exercises", "Step 02, two");
    }

    @ParameterizedTest(name = "by Ctrl-C: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("q and Ctrl-C quit")
    void quit(boolean interrupted) throws IOException, InterruptedException {
        terminal.await("Hint: Return it.");
        if (interrupted) {
            terminal.interrupt();
        } else {
            terminal.press('q');
        }

        assertThat(watching.join(Duration.ofSeconds(20))).isTrue();
        assertThat(green).isFalse();
    }

    @Test
    @DisplayName("a save in another step is not tested, but said to belong there")
    void savedElsewhere() throws IOException, InterruptedException {
        terminal.await("Hint: Return it.");
        Files.writeString(workshop.step("2").starter().resolve("src/main/java/Two.java"), "class Two { }");

        assertThat(terminal.await("You saved in Step 02, two: %s goes there.".formatted(CommandName.with("watch 2"))))
                .contains("red  One is one");
    }

    @Test
    @DisplayName("a reset asks first")
    void resetAsks() throws IOException, InterruptedException {
        terminal.await("Hint: Return it.");
        terminal.press('x');
        terminal.await("Begin Step 01, one anew?");
        terminal.press('n');
        terminal.press('y');
        terminal.press('x');
        terminal.press('y');

        assertThat(terminal.await("can't be found")).as("The starter of this test is in no list").contains("Step 01, one");
        assertThat(source).hasContent(STARTER);
    }
}
