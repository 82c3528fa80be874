package workshop.companion.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcomes;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The hints of a step")
class HintPageTest {
    private Workshop workshop;
    private Step step;

    @BeforeEach
    void makeTree(@TempDir Path root) throws IOException {
        workshop = WorkshopTree.in(root, "step-02-two");
        step = workshop.step("2");
        Files.writeString(step.starter().resolve("hints.yaml"), """
                - todo: 1
                  file: src/main/java/Two.java
                  title: Count
                  hints: [one, two, three]
                - todo: 2
                  file: src/main/java/Two.java
                  title: Wait
                  hints: [un, deux, trois]
                """);
    }

    @Test
    @DisplayName("are for the first TODO whose comment is left")
    void next() throws IOException {
        source("// TODO step 02, 2 of 2: wait\n// TODO step 02, 1 of 2: count");
        assertThat(new HintPage(workshop, step).next()).hasValueSatisfying(hint -> assertThat(hint.title()).isEqualTo("Count"));

        source("// TODO step 02, 2 of 2: wait\n// TODO step 01, 1 of 2: of another step");
        assertThat(new HintPage(workshop, step).next()).hasValueSatisfying(hint -> assertThat(hint.title()).isEqualTo("Wait"));

        source("// TODO: mine");
        assertThat(new HintPage(workshop, step).next()).isEmpty();
    }

    @Test
    @DisplayName("go one depth deeper each time, and stay at the last one")
    void deeper() {
        var hint = new HintPage(workshop, step).todo(1);
        for (int expected : new int[] {1, 2, 3, 3}) {
            var shown = new ShownHints(step); // another process
            assertThat(shown.next(hint)).isEqualTo(expected);
            shown.shown(hint, shown.next(hint));
        }
        new ShownHints(step).forget();
        assertThat(new ShownHints(step).next(hint)).isEqualTo(1);
    }

    @Test
    @DisplayName("are asked for by the number of a TODO that is there")
    void unknown() {
        assertThatThrownBy(() -> new HintPage(workshop, step).todo(3)).hasMessage("Step 02, two has no TODO 3: use 1 to 2.");
    }

    @Test
    @DisplayName("are offered once more, by their numbers, where no TODO is left, unless all is known to be green")
    void noTodoIsLeft() throws IOException {
        source("class Two { }");
        assertThat(shown()).startsWith("No TODO is left in Step 02, two. What is red, and why: ")
                .endsWith("A hint once more: %s to --todo 2%n".formatted(CommandName.with("hint 2 --todo 1")));

        new RememberedProgress(workshop).remember(TestOutcomes.progress(step, TestOutcomes.exercise("a", State.GREEN)),
                                                  StepSources.of(workshop, step).digest());
        assertThat(shown()).isEqualTo("No TODO is left in Step 02, two, and all is green.%n".formatted());
    }

    @Test
    @DisplayName("that can't be read are named in one sentence")
    void unreadable() throws IOException {
        Files.writeString(step.starter().resolve("hints.yaml"), "- todo: [");

        assertThatThrownBy(() -> new HintPage(workshop, step)).isInstanceOf(CommandFailure.class).hasMessageContaining("restore it with git");
    }

    private String shown() {
        var screen = new RecordedScreen();
        new HintPage(workshop, step).show(screen.screen(), null, null);
        return screen.out();
    }

    private void source(String text) throws IOException {
        Files.writeString(step.starter().resolve("src/main/java/Two.java"), text);
    }
}
