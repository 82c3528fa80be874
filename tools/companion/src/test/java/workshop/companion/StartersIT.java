package workshop.companion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.companion.testrun.TestRun;
import workshop.companion.testrun.UntouchedStarter;
import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where nobody has solved anything yet, each exercise is red, by its own assertion, and everything given is green.
 */
@DisplayName("The untouched starters")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner solves exercises")
class StartersIT {
    @ParameterizedTest
    @MethodSource("workshop.companion.WorkshopTree#steps")
    @DisplayName("are red in each exercise, and green in everything given")
    void untouched(Step step) {
        assertThat(UntouchedStarter.offences(new TestRun(WorkshopTree.THIS, _ -> { }).every(step)))
                .as("Tests of %s that do not end as in an untouched starter", step.title())
                .isEmpty();
    }
}
