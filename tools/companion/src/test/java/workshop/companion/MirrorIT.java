package workshop.companion;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A starter is its solution without the answers. A learner may change it as they like, so this holds only for
 * {@code -Dstarters=untouched}.
 */
@DisplayName("The starters")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner may change a starter")
class MirrorIT {
    static List<Step> steps() {
        return Workshop.at(Path.of("../..").toAbsolutePath().normalize()).steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("mirror the solutions")
    void mirror(Step step) {
        assertThat(MirroredSource.all(step.solution(), step.starter())).as("The sources of %s", step.title()).isNotEmpty()
                .allSatisfy(source -> {
                    assertThat(source.notGiven())
                            .as("Lines of %s that are not tagged as solution, and that the starter does not have",
                                source.solution())
                            .isEmpty();
                    if (source.isExercise()) {
                        assertThat(source.saysWhatToDo()).as("%s has a TODO step", source.starter()).isTrue();
                    } else {
                        assertThat(source.same()).as("%s is the same in starter and solution", source.starter()).isTrue();
                    }
                });
    }
}
