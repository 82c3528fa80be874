package workshop.companion;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.companion.progress.UntouchedStarter;
import workshop.companion.testrun.TestRun;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where nobody has solved anything yet, each exercise is red, by its own assertion, and everything given is green.
 */
@DisplayName("The untouched starters")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner solves exercises")
class StartersIT {
    private static final Workshop WORKSHOP = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

    static List<Step> steps() {
        return WORKSHOP.steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("are red in each exercise, and green in everything given")
    void untouched(Step step) {
        assertThat(UntouchedStarter.offences(new TestRun(WORKSHOP, step).every()))
                .as("Tests of %s that do not end as in an untouched starter", step.title())
                .isEmpty();
    }
}
