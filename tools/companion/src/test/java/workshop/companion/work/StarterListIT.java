package workshop.companion.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import workshop.companion.WorkshopTree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code workshop reset} restores are the starters as they are in the repository.
 */
@DisplayName("The list of the starters' files")
@EnabledIfSystemProperty(named = "starters", matches = "untouched|update", disabledReason = "a learner may change a starter")
class StarterListIT {
    private static final Path LIST = Path.of("src/main/resources/workshop/companion/starters.txt");
    private static final String UPDATE =
            "./mvnw -pl tools/companion -am verify -Dtest=None -Dit.test=StarterListIT -Dstarters=update";

    @Test
    @DisplayName("names each as it is now")
    void upToDate() throws IOException {
        var now = Starters.list(WorkshopTree.THIS);

        if ("update".equals(System.getProperty("starters"))) {
            Files.write(LIST, now);
        }
        List<String> listed = Files.readAllLines(LIST);
        List<String> changed = Stream.concat(now.stream(), listed.stream())
                .filter(file -> !now.contains(file) || !listed.contains(file))
                .map(file -> file.substring(file.indexOf('\t') + 1))
                .distinct()
                .toList();
        assertThat(changed).withFailMessage(() -> "The list is out of date for %s. This makes it anew: %s".formatted(changed, UPDATE))
                .isEmpty();
    }
}
