package workshop.companion.command;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.companion.RecordedScreen;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestOutcomes;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The report of one step")
class TestReportTest {
    private static final String TITLE = "Step 02, close detection   ";

    @Test
    @DisplayName("counts the exercises that wait, and has the red one last")
    void redOneLast() {
        assertThat(report(TestOutcomes.exercise("a", State.GREEN), TestOutcomes.exercise("b", State.RED),
                          TestOutcomes.exercise("c", State.SKIPPED), TestOutcomes.given("g", State.GREEN),
                          TestOutcomes.exercise("d", State.SKIPPED)))
                .containsExactly("  green  a",
                                 "  green  g",
                                 "  wait   2 more exercises",
                                 "",
                                 TITLE + "[##........]  1 of 4 exercises",
                                 "",
                                 "  red    b",
                                 "         [Files] expected one",
                                 "         Hint: write it.",
                                 "");
    }

    @Test
    @DisplayName("has a given test that is red after the exercise: it is to be mended first")
    void brokenGivenTest() {
        assertThat(report(TestOutcomes.given("g", State.RED), TestOutcomes.exercise("a", State.RED), TestOutcomes.exercise("b", State.SKIPPED)))
                .containsSubsequence("  wait   1 more exercise", "  red    a", "  red    g");
    }

    @Test
    @DisplayName("names what was skipped and waits for nothing")
    void skipped() {
        assertThat(report(TestOutcomes.given("g", State.SKIPPED), TestOutcomes.exercise("a", State.SKIPPED)))
                .startsWith("  skip   g", "  skip   a", "");
    }

    private static Stream<String> report(TestOutcome... outcomes) {
        var screen = new RecordedScreen();
        new TestReport(null, screen.screen()).show(TestOutcomes.progress(outcomes));
        return screen.lines();
    }
}
