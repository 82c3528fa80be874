package workshop.companion;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import workshop.companion.work.Starters;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code workshop reset} restores are the starters as they are in the repository.
 */
@DisplayName("The list of the starters' files")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner may change a starter")
class StarterListIT {
    @Test
    @DisplayName("names each as it is now")
    void upToDate() {
        var workshop = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

        assertThat(Starters.of(workshop).different())
                .as("Files that are not as the list says, or not in it. Stage them, and make the list anew, in the root:"
                            + " git ls-files --stage 'step-*/src/*' > tools/companion/src/main/resources/workshop/companion/starters.txt")
                .isEmpty();
    }
}
