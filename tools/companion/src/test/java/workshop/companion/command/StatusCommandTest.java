package workshop.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.CommandName;
import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.progress.TestOutcome.State;
import workshop.companion.progress.TestOutcomes;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a tree that nothing can be built in: whatever is tested is said to be untestable.
 */
@DisplayName("workshop status")
class StatusCommandTest {
    private static final String NEXT = "To do next: work in %s, then run " + CommandName.NAME + " test %d";

    private final RecordedScreen screen = new RecordedScreen();

    @TempDir
    private Path root;
    private Workshop workshop;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = Workshop.at(WorkshopTree.in(root, "step-01-one", "step-02-two"));
        for (Step step : workshop.steps()) {
            Path jar = step.starter().resolve("target/server.jar");
            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "built, but the classes are gone");
        }
        remember("1", State.RED);
        remember("2", State.RED);
    }

    @Test
    @DisplayName("is answered from memory where nothing has changed")
    void remembered() {
        assertThat(screen.execute(workshop)).isZero();

        assertThat(screen.lines()).containsExactly("Step 01, one   [..........]  0 of 1 exercises",
                                                   "    next: a",
                                                   "      [Files] expected one",
                                                   "      Hint: write it.",
                                                   "Step 02, two   [..........]  0 of 1 exercises",
                                                   "",
                                                   NEXT.formatted("step-01-one", 1));
    }

    @Test
    @DisplayName("tests the step again in which something has changed, and no other")
    void changed() throws IOException {
        Files.writeString(workshop.step("1").starter().resolve("src/main/java/One.java"), "class One { }");
        Files.writeString(workshop.step("1").starter().resolve("target/server.jar"), "built after that");

        screen.execute(workshop, "status");

        assertThat(screen.lines()).contains("Step 01, one   can't be tested", "Step 02, two   [..........]  0 of 1 exercises");
    }

    @Test
    @DisplayName("of one step shows that one, and what is next there")
    void oneStep() {
        screen.execute(workshop, "status", "2");

        assertThat(screen.lines()).containsExactly("Step 02, two   [..........]  0 of 1 exercises",
                                                   "    next: a",
                                                   "      [Files] expected one",
                                                   "      Hint: write it.",
                                                   "",
                                                   NEXT.formatted("step-02-two", 2));
    }

    @Test
    @DisplayName("goes on in the step that the learner has joined at")
    void joiner() {
        screen.execute(workshop, "diff", "2");

        screen.execute(workshop, "status");

        assertThat(screen.lines()).endsWith("    next: a", "      [Files] expected one", "      Hint: write it.", "",
                                            NEXT.formatted("step-02-two", 2))
                .containsOnlyOnce("    next: a");
    }

    @Test
    @DisplayName("says when all is done, and when one step is")
    void done() {
        remember("1", State.GREEN);
        screen.execute(workshop, "status", "1");
        assertThat(screen.lines()).endsWith("This step is done.");

        remember("2", State.GREEN);
        screen.execute(workshop, "status");
        assertThat(screen.lines()).endsWith("All steps are done.");
    }

    private void remember(String number, State state) {
        Step step = workshop.step(number);
        new RememberedProgress(workshop).remember(TestOutcomes.progress(step, TestOutcomes.exercise("a", state)),
                                                  StepSources.of(workshop, step).digest());
    }
}
