package workshop.companion.testrun;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.companion.testrun.TestOutcome.State;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Progress in a step")
class StepProgressTest {
    @Test
    @DisplayName("counts the exercises that are green, and not the given tests")
    void counts() {
        var progress = TestOutcomes.progress(TestOutcomes.given("given", State.GREEN), TestOutcomes.exercise("a", State.GREEN),
                                         TestOutcomes.exercise("b", State.RED), TestOutcomes.exercise("c", State.SKIPPED));

        assertThat(progress.bar()).isEqualTo("[###.......]  1 of 3 exercises");
        assertThat(progress.next()).hasValueSatisfying(test -> assertThat(test.name()).isEqualTo("b"));
    }

    @Test
    @DisplayName("is done when all exercises are green")
    void done() {
        var progress = TestOutcomes.progress(TestOutcomes.exercise("a", State.GREEN), TestOutcomes.exercise("b", State.GREEN));

        assertThat(progress.done()).isTrue();
        assertThat(progress.bar()).isEqualTo("[##########]  2 of 2 exercises, done");
        assertThat(progress.next()).isEmpty();
    }

    @Test
    @DisplayName("is not done while a given test is red")
    void brokenGivenTest() {
        var progress = TestOutcomes.progress(TestOutcomes.given("given", State.BROKEN), TestOutcomes.exercise("a", State.GREEN));

        assertThat(progress.done()).isFalse();
        assertThat(progress.failedGivenTests()).hasSize(1);
        assertThat(progress.failedToo()).isEmpty();
    }

    @Test
    @DisplayName("has a red exercise before a red given test, and a word on that one")
    void givenTestToo() {
        var progress = TestOutcomes.progress(TestOutcomes.given("given", State.RED), TestOutcomes.exercise("a", State.RED));

        assertThat(progress.firstFailure()).map(TestOutcome::name).hasValue("a");
        assertThat(progress.failedToo()).hasValue("A given test is red too, perhaps for the same reason: given");
    }

    @Test
    @DisplayName("counts an exercise with parameters once, as red if one of its runs is")
    void parameters() {
        var progress = TestOutcomes.progress(TestOutcomes.exercise("a", "It stays: client leaves by RST", State.GREEN, ""),
                                         TestOutcomes.exercise("a", "It stays: client leaves by FIN", State.RED, "gone"),
                                         TestOutcomes.exercise("a", "It stays: client leaves by curl", State.SKIPPED, "no curl"),
                                         TestOutcomes.exercise("b", State.GREEN));

        assertThat(progress.bar()).isEqualTo("[#####.....]  1 of 2 exercises");
        assertThat(progress.exercises()).extracting(StepTest::name).containsExactly("It stays", "b");
    }

    @Test
    @DisplayName("counts an exercise as green where only a tool is missing for some of its runs")
    void missingTool() {
        var progress = TestOutcomes.progress(TestOutcomes.exercise("a", "It stays: RST", State.GREEN, ""),
                                         TestOutcomes.exercise("a", "It stays: curl", State.SKIPPED, "no curl"));

        assertThat(progress.done()).isTrue();
    }

    @Test
    @DisplayName("quotes what a red exercise says, and its hint")
    void message() {
        assertThat(TestOutcomes.progress(TestOutcomes.exercise("a", State.RED)).firstFailure().map(TestOutcome::message).map(FailureMessage::of))
                .hasValueSatisfying(message -> {
                    assertThat(message.lines()).containsExactly("[Files] expected one");
                    assertThat(message.hint()).hasValue("Hint: write it.");
                });
    }
}
