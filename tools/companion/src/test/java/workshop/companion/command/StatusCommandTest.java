package workshop.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.CommandName;
import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestOutcomes;
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

    private Workshop workshop;

    @BeforeEach
    void makeTree(@TempDir Path root) throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two");
        for (Step step : workshop.steps()) {
            FileUtils.touch(step.starter().resolve("target/server.jar").toFile()); // built, but the classes are gone
        }
        remember("1", TestOutcomes.exercise("a", State.RED));
        remember("2", TestOutcomes.exercise("b", State.RED));
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
        FileUtils.touch(workshop.step("1").starter().resolve("target/server.jar").toFile()); // built after that

        screen.execute(workshop, "status");

        assertThat(screen.lines()).containsSubsequence("Step 01, one   can't be tested", "Step 02, two   [..........]  0 of 1 exercises")
                .anyMatch(line -> line.startsWith("    Step 01, one is not compiled, "));
    }

    @Test
    @DisplayName("shows in each step which given test is red, and what is next only in the one to go on with")
    void givenTests() {
        remember("1", TestOutcomes.given("f", State.RED), TestOutcomes.exercise("a", State.RED));
        remember("2", TestOutcomes.given("g", State.RED), TestOutcomes.exercise("b", State.GREEN));

        screen.execute(workshop, "status");

        assertThat(screen.lines()).containsExactly("Step 01, one   [..........]  0 of 1 exercises",
                                                   "    next: a",
                                                   "      [Files] expected one",
                                                   "      Hint: write it.",
                                                   "    A given test is red too, perhaps for the same reason: f",
                                                   "Step 02, two   [##########]  1 of 1 exercises",
                                                   "    broken: g",
                                                   "",
                                                   NEXT.formatted("step-01-one", 1));
    }

    @Test
    @DisplayName("of one step shows that one, and what is next there")
    void oneStep() {
        screen.execute(workshop, "status", "2");

        assertThat(screen.lines()).containsExactly("Step 02, two   [..........]  0 of 1 exercises",
                                                   "    next: b",
                                                   "      [Files] expected one",
                                                   "      Hint: write it.",
                                                   "",
                                                   NEXT.formatted("step-02-two", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "solve", "reset"}) // what these do here does not matter
    @DisplayName("goes on in the step that the learner has joined at")
    void joiner(String command) {
        screen.execute(workshop, command, "2");

        screen.execute(workshop, "status");

        assertThat(screen.lines()).endsWith("    next: b", "      [Files] expected one", "      Hint: write it.", "",
                                            NEXT.formatted("step-02-two", 2))
                .containsOnlyOnce("    next: b");
    }

    @Test
    @DisplayName("says when all is done, and when one step is")
    void done() {
        remember("1", TestOutcomes.exercise("a", State.GREEN));
        screen.execute(workshop, "status", "1");
        assertThat(screen.lines()).containsExactly("Step 01, one   [##########]  1 of 1 exercises, done",
                                                   "    " + workshop.step("1").token().line(),
                                                   "",
                                                   "This step is done.");

        remember("2", TestOutcomes.exercise("b", State.GREEN));
        screen.execute(workshop, "status");
        assertThat(screen.lines()).endsWith("All steps are done.");
    }

    private void remember(String number, TestOutcome... outcomes) {
        Step step = workshop.step(number);
        new RememberedProgress(workshop).remember(TestOutcomes.progress(step, outcomes), StepSources.of(workshop, step).digest());
    }
}
