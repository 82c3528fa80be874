package workshop.companion.view;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.progress.TestOutcome.State;
import workshop.companion.progress.TestOutcomes;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The report of all steps")
class ProgressReportTest {
    private final RecordedScreen screen = new RecordedScreen();

    @TempDir
    private Path root;
    private Workshop workshop;
    private ProgressReport report;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = Workshop.at(WorkshopTree.in(root, "step-01-one", "step-02-two", "step-03-six"));
        report = new ProgressReport(workshop, screen.screen());
    }

    @Test
    @DisplayName("shows what comes next only in the first step that is not done")
    void nextOnce() {
        report.show(TestOutcomes.progress(workshop.step("1"), TestOutcomes.exercise("a", State.GREEN)));
        report.show(TestOutcomes.progress(workshop.step("2"), TestOutcomes.exercise("b", State.RED)));
        report.show(TestOutcomes.progress(workshop.step("3"), TestOutcomes.exercise("c", State.RED)));

        assertThat(screen.lines()).containsExactly("Step 01, one   [##########]  1 of 1 exercises, done",
                                                           "    " + workshop.step("1").token().line(),
                                                           "Step 02, two   [..........]  0 of 1 exercises",
                                                           "    next: b",
                                                           "      [Files] expected one",
                                                           "      Hint: write it.",
                                                           "Step 03, six   [..........]  0 of 1 exercises");
        assertThat(report.toDo()).hasValue(workshop.step("2"));
    }

    @Test
    @DisplayName("shows in each step what is broken and what can't be tested")
    void problems() {
        report.showProblem(workshop.step("1"), "It does not build.");
        report.show(TestOutcomes.progress(workshop.step("2"), TestOutcomes.given("g", State.RED), TestOutcomes.exercise("b", State.RED)));
        report.showProblem(workshop.step("3"), "It does not build either.");

        assertThat(screen.lines()).containsExactly("Step 01, one   can't be tested",
                                                           "    It does not build.",
                                                           "Step 02, two   [..........]  0 of 1 exercises",
                                                           "    broken: g",
                                                           "Step 03, six   can't be tested",
                                                           "    It does not build either.");
        assertThat(report.toDo()).hasValue(workshop.step("1"));
    }
}
