package workshop.companion;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("In a country with other digits")
class LocaleIT {
    @Test
    @DisplayName("the program writes its numbers, and so its addresses, in those of the course")
    void digits() throws InterruptedException {
        try (var command = CommandProcess.workshop(List.of("-Duser.language=ar", "-Duser.country=EG"), "hint", "1", "--depth=4")) {
            command.status();
            assertThat(command.lines()).singleElement().asString().startsWith("There is no depth 4: use 1 to 3.");
        }
    }
}
