package workshop.companion.progress;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import workshop.companion.progress.TestOutcome.State;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An untouched starter")
class UntouchedStarterTest {
    @Test
    @DisplayName("has red exercises and green given tests")
    void asItMustBe() {
        assertThat(UntouchedStarter.offences(TestOutcomes.progress(TestOutcomes.given("given", State.GREEN),
                                                               TestOutcomes.exercise("a", State.RED)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GREEN", "SKIPPED", "BROKEN"})
    @DisplayName("has no exercise that is green, is skipped, or fails by anything but an assertion")
    void exercises(State state) {
        assertThat(UntouchedStarter.offences(TestOutcomes.progress(TestOutcomes.exercise("a", state))))
                .singleElement().asString().startsWith("Step 02, close detection, exercise 'a' (workshop.ATest.a) is " + state);
    }

    @ParameterizedTest
    @EnumSource(names = {"RED", "SKIPPED", "BROKEN"})
    @DisplayName("has no given test that is not green")
    void givenTests(State state) {
        assertThat(UntouchedStarter.offences(TestOutcomes.progress(TestOutcomes.exercise("a", State.RED), TestOutcomes.given("g", state))))
                .singleElement().asString().contains("given test 'g'");
    }

    @Test
    @DisplayName("may lack the tool for some of the runs of a test")
    void missingTool() {
        assertThat(UntouchedStarter.offences(TestOutcomes.progress(TestOutcomes.exercise("a", State.RED),
                                                               TestOutcomes.exercise("a", State.SKIPPED)))).isEmpty();
    }

    @Test
    @DisplayName("has exercises")
    void noExercise() {
        assertThat(UntouchedStarter.offences(TestOutcomes.progress(TestOutcomes.given("given", State.GREEN))))
                .containsExactly("Step 02, close detection has no exercise");
    }
}
