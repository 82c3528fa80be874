package workshop.companion.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Of a failed build's output remain")
class BuildMessagesTest {
    @TempDir
    private Path root;

    @Test
    @DisplayName("javac's messages, each once, with the line they speak of")
    void javac() throws IOException {
        Path file = Files.writeString(root.resolve("Broken.java"), "class Broken {\n    Foo foo;\n}\n");

        assertThat(BuildMessages.of(List.of("[ERROR] COMPILATION ERROR : ",
                                            "[ERROR] " + file + ":[2,5] error: cannot find symbol",
                                            "  symbol:   class Foo",
                                            "[ERROR] Failed to execute goal org.example:compile: Compilation failure",
                                            "[ERROR] " + file + ":[2,5] error: cannot find symbol",
                                            "[ERROR]   symbol:   class Foo",
                                            "[ERROR] -> [Help 1]"), root))
                .containsExactly("Broken.java:2: cannot find symbol",
                                 "    Foo foo;",
                                 "    ^",
                                 "  symbol:   class Foo");
    }

    @Test
    @DisplayName("what failed, without Maven's advice")
    void otherFailures() {
        assertThat(BuildMessages.of(List.of("[ERROR] Failed to execute goal on project x: Could not resolve y -> [Help 1]",
                                            "[ERROR] ",
                                            "[ERROR] To see the full stack trace of the errors, re-run Maven with -e."), root))
                .containsExactly("Failed to execute goal on project x: Could not resolve y");
    }

    @Test
    @DisplayName("all lines, where Maven did not even start")
    void noMaven() {
        assertThat(BuildMessages.of(List.of("curl: Failed to fetch maven"), root)).containsExactly("curl: Failed to fetch maven");
    }
}
