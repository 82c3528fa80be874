package workshop.companion.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.launcher.Launcher;
import workshop.companion.step.Step;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The file of the outcomes")
class OutcomeFileTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("tells tests that ended early, and names the command that shows why")
    void endedEarly() throws IOException {
        var file = new OutcomeFile(Files.createFile(folder.resolve("outcomes")), new Step(2, "two", folder, folder));

        assertThatThrownBy(file::read).isInstanceOf(TestRunFailure.class)
                .hasMessageContaining("run " + Launcher.with("test 2") + " to see");
    }
}
