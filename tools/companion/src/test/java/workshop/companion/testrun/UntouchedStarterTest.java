package workshop.companion.testrun;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import workshop.companion.testrun.TestOutcome.State;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An untouched starter")
class UntouchedStarterTest {
    private static final TestOutcome RED = TestOutcomes.exercise("a", State.RED);

    @ParameterizedTest
    @EnumSource
    @DisplayName("has red exercises: none is green, is skipped, or fails by anything but an assertion")
    void exercises(State state) {
        assertThat(offences(TestOutcomes.exercise("a", state))).isEqualTo(state == State.RED ? List.of() : List.of(
                "Step 02, close detection, exercise 'a' (workshop.ATest#a) is " + state
                        + (state == State.GREEN ? "" : ": [Files] expected one\nHint: write it.")));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has green given tests")
    void givenTests(State state) {
        assertThat(offences(RED, TestOutcomes.given("g", state))).isEqualTo(state == State.GREEN ? List.of() : List.of(
                "Step 02, close detection, given test 'g' (workshop.ATest#g) is " + state));
    }

    @Test
    @DisplayName("may lack the tool for some of the runs of a test")
    void missingTool() {
        assertThat(offences(RED, TestOutcomes.exercise("a", State.SKIPPED))).isEmpty();
    }

    @Test
    @DisplayName("has exercises")
    void noExercise() {
        assertThat(offences(TestOutcomes.given("given", State.GREEN))).containsExactly("Step 02, close detection has no exercise");
    }

    private static List<String> offences(TestOutcome... outcomes) {
        return StartersIT.offences(TestOutcomes.progress(outcomes));
    }
}
