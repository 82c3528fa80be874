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
    @DisplayName("has the exercise that is red after a given test: that may be red for the same reason")
    void givenTestToo() {
        TestOutcome[] outcomes = {TestOutcomes.given("g", State.RED), TestOutcomes.exercise("a", State.RED),
            TestOutcomes.exercise("b", State.SKIPPED)};

        assertThat(report(outcomes)).containsSubsequence("  wait   1 more exercise", "  red    g", "  red    a");
        assertThat(whatNext(outcomes)).isEqualTo("To do next: make this green, in step-02-close-detection: a");
    }

    @Test
    @DisplayName("has something undone where nothing but a given test is red")
    void brokenGivenTest() {
        assertThat(whatNext(TestOutcomes.given("g", State.RED), TestOutcomes.exercise("a", State.GREEN))).endsWith("Undo what broke it: g");
    }

    @Test
    @DisplayName("names what was skipped and waits for nothing")
    void skipped() {
        assertThat(report(TestOutcomes.given("g", State.SKIPPED), TestOutcomes.exercise("a", State.SKIPPED)))
                .startsWith("  skip   g", "  skip   a", "");
    }

    private static String whatNext(TestOutcome... outcomes) {
        return new TestReport(null, new RecordedScreen().screen()).whatNext(TestOutcomes.progress(outcomes));
    }

    private static Stream<String> report(TestOutcome... outcomes) {
        var screen = new RecordedScreen();
        new TestReport(null, screen.screen()).show(TestOutcomes.progress(outcomes));
        return screen.lines();
    }
}
