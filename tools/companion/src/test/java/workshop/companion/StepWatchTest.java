package workshop.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.watch.Event;
import workshop.companion.work.RememberedProgress;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("While a step is watched")
@Timeout(120)
class StepWatchTest {
    private static final String STARTER = """
            final class One {
                static int one() {
                    return 0; // TODO step 01: one
                }
            }
            """;
    private static final String ANSWER = STARTER.replace("return 0; // TODO step 01: one", "return 1;");

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path root;
    private Workshop workshop;
    private Path source;
    private RecordingDesk desk;
    private Thread watching;
    private volatile boolean green;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = Workshop.at(WorkshopTree.in(root, "step-01-one", "step-02-two"));
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
        Files.writeString(step.resolve("hints.yaml"), "- {todo: 1, file: a, title: The one, hints: [think, look, write]}\n");
        Files.writeString(workshop.step("1").solution().resolve("src/main/java/One.java"), ANSWER);
        Files.writeString(Files.createDirectories(step.resolve("target")).resolve("server.jar"), "built already");
        desk = new RecordingDesk();
        watching = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try (var watch = new StepWatch(workshop, workshop.step("1"), desk, events, true, "")) {
            green = watch.untilGreen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        events.add(new Event.Stop());
        watching.join();
    }

    @Test
    @DisplayName("the red test comes with its hint, and a save that mends it, by rename, goes on to the next step")
    void redThenGreen() throws IOException, InterruptedException {
        assertThat(desk.await("Hint: Return it.")).contains("red  One is one", "0 of 1 exercises");

        Path other = Files.writeString(source.resolveSibling("One.java.new"), ANSWER);
        Files.move(other, source, StandardCopyOption.REPLACE_EXISTING);

        assertThat(desk.await("Step 01, one is done.")).contains("1 of 1 exercises, done");
        watching.join();
        assertThat(green).isTrue();
        assertThat(new RememberedProgress(workshop).done(workshop.step("1"))).isTrue();
    }

    @Test
    @DisplayName("code that does not compile is shown with file and line, and mended by the next save")
    void doesNotCompile() throws IOException, InterruptedException {
        desk.await("Hint: Return it.");
        Files.writeString(source, STARTER.replace("0;", "zero;"));

        assertThat(desk.await("does not compile")).contains("step-01-one/src/main/java/One.java:3: cannot find symbol",
                                                            "return zero; // TODO step 01: one");
        Files.writeString(source, STARTER);
        desk.await("red  One is one");
    }

    @Test
    @DisplayName("a test that never ends is given up for the next save")
    void neverEnds() throws IOException, InterruptedException {
        desk.await("Hint: Return it.");
        Files.writeString(source, STARTER.replace("return 0;", "while (true) { Thread.onSpinWait(); }"));
        desk.awaitStatus("Testing");

        Files.writeString(source, ANSWER);
        desk.await("Step 01, one is done.");
    }

    @Test
    @DisplayName("keys give a hint, deeper each time, the difference to the solution, and the list")
    void keys() throws InterruptedException {
        desk.await("0 of 1 exercises");
        press('h');
        assertThat(desk.await("think")).contains("TODO 1 of 1: The one", "Hint 1 of 3");
        press('h');
        desk.await("look");
        press('d');
        desk.await("See the solution of Step 01, one, beside yours?");
        press('y');
        assertThat(desk.await("--- yours/")).contains("+        return 1;");
        press('l');
        assertThat(desk.await("> Step 01, one")).contains("Step 02, two");
    }

    @ParameterizedTest(name = "by Ctrl-C: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("q and Ctrl-C quit")
    void quit(boolean interrupted) throws InterruptedException {
        desk.await("Hint: Return it.");
        events.add(interrupted ? new Event.Stop() : new Event.Key('q'));

        assertThat(watching.join(Duration.ofSeconds(20))).isTrue();
        assertThat(green).isFalse();
    }

    @Test
    @DisplayName("a reset asks first")
    void resetAsks() throws IOException, InterruptedException {
        desk.await("Hint: Return it.");
        press('x');
        desk.await("Begin Step 01, one anew?");
        press('n');
        press('y');
        press('x');
        press('y');

        assertThat(desk.await("can't be found")).as("The starter of this test is in no list").contains("Step 01, one");
        assertThat(source).hasContent(STARTER);
    }

    private void press(char key) {
        events.add(new Event.Key(key));
    }
}
