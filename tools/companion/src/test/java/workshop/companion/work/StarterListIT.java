package workshop.companion.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code workshop reset} restores are the starters as they are in the repository.
 */
@DisplayName("The list of the starters' files")
@EnabledIfSystemProperty(named = "starters", matches = "untouched|update", disabledReason = "a learner may change a starter")
class StarterListIT {
    private static final Path LIST = Path.of("src/main/resources/workshop/companion/starters.txt");

    @Test
    @DisplayName("names each as it is now")
    void upToDate() throws IOException {
        var now = Starters.list(Workshop.at(Path.of("../..").toAbsolutePath().normalize()));

        if ("update".equals(System.getProperty("starters"))) {
            Files.write(LIST, now);
        }
        assertThat(Files.readAllLines(LIST))
                .as("Files of the starters, and their contents. Make the list anew: ./mvnw verify -Dstarters=update")
                .containsExactlyInAnyOrderElementsOf(now);
    }
}
