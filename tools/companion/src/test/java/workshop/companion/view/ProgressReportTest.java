package workshop.companion.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.TestOutcome.State;
import workshop.companion.progress.TestOutcomes;
import workshop.companion.progress.Verdict;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The report of all steps")
class ProgressReportTest {
    private final RecordedScreen screen = new RecordedScreen();

    @TempDir
    private Path root;
    private Workshop workshop;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = Workshop.at(WorkshopTree.in(root, "step-01-one", "step-02-two", "step-03-six"));
    }

    @Test
    @DisplayName("shows what comes next only in the step to go on with")
    void nextOnce() {
        show(TestOutcomes.progress(workshop.step("1"), TestOutcomes.exercise("a", State.GREEN)));
        show(TestOutcomes.progress(workshop.step("2"), TestOutcomes.exercise("b", State.RED)));
        show(TestOutcomes.progress(workshop.step("3"), TestOutcomes.exercise("c", State.RED)));

        assertThat(screen.lines()).containsExactly("Step 01, one   [##########]  1 of 1 exercises, done",
                                                           "    " + workshop.step("1").token().line(),
                                                           "Step 02, two   [..........]  0 of 1 exercises",
                                                           "    next: b",
                                                           "      [Files] expected one",
                                                           "      Hint: write it.",
                                                           "Step 03, six   [..........]  0 of 1 exercises");
    }

    @Test
    @DisplayName("shows in each step what is broken and what can't be tested")
    void problems() {
        show(workshop.step("1"), "It does not build.");
        show(TestOutcomes.progress(workshop.step("2"), TestOutcomes.given("g", State.RED), TestOutcomes.exercise("b", State.RED)));
        show(workshop.step("3"), "It does not build either.");

        assertThat(screen.lines()).containsExactly("Step 01, one   can't be tested",
                                                           "    It does not build.",
                                                           "Step 02, two   [..........]  0 of 1 exercises",
                                                           "    broken: g",
                                                           "    next: b",
                                                           "      [Files] expected one",
                                                           "      Hint: write it.",
                                                           "Step 03, six   can't be tested",
                                                           "    It does not build either.");
    }

    private void show(StepProgress progress) {
        report().show(new Verdict(progress.step(), progress, ""));
    }

    private void show(Step step, String problem) {
        report().show(new Verdict(step, TestOutcomes.progress(step), problem));
    }

    private ProgressReport report() {
        return new ProgressReport(workshop, screen.screen(), Optional.of(workshop.step("2")));
    }
}
