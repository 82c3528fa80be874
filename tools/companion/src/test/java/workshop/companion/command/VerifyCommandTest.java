package workshop.companion.command;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("workshop verify")
class VerifyCommandTest {
    private final RecordedScreen screen = new RecordedScreen();

    @TempDir
    private Path root;

    @Test
    @DisplayName("says of a step that can't be tested why, and ends with status 1")
    void untestable() throws IOException {
        assertThat(execute("verify")).isEqualTo(1);

        assertThat(screen.out()).startsWith("Step 01, one  can't be tested  Step 01, one is not compiled");
    }

    @Test
    @DisplayName("prints JSON alone on standard output, and its progress on standard error")
    void json() throws IOException {
        assertThat(execute("verify", "--json")).isEqualTo(1);

        assertThat(screen.lines()).singleElement().asString()
                .startsWith("{\"tested\":\"starters\",\"green\":false,\"steps\":[{\"step\":1,\"name\":\"one\",\"state\":\"untestable\"")
                .contains("\"problem\":\"Step 01, one is not compiled");
        assertThat(screen.err()).contains("Testing Step 01, one");
    }

    private int execute(String... arguments) throws IOException {
        var workshop = WorkshopTree.in(root, "step-01-one");
        FileUtils.touch(root.resolve("step-01-one/target/server.jar").toFile()); // built, but the classes are gone
        return screen.execute(workshop, arguments);
    }
}
