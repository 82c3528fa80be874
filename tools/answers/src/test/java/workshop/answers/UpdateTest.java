package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An update of the answers")
class UpdateTest {
    private static final String SOURCE = "solutions/step-01-first/src/main/java/Door.java";
    private static final String ANSWER = """
            style: %s
            why: It is.

            --- a/solutions/step-01-first/src/main/java/Door.java
            +++ b/solutions/step-01-first/src/main/java/Door.java
            @@ -%d,3 +%2$d,3 @@
             class Door {
            -    %s
            +    boolean open = true;
             }
            """;

    @TempDir
    private Path root;

    @Test
    @DisplayName("writes those anew whose lines have moved, leaves the others alone, and names those that need a hand")
    void update() throws IOException {
        var step = new Step(root, 1, "step-01-first");
        Files.createDirectories(root.resolve(SOURCE).getParent());
        Files.writeString(root.resolve(SOURCE), "// A door.\nclass Door {\n    boolean open;\n}\n");
        Path current = answer(step.rightAnswers(), "current", 2, "boolean open;");
        Path moved = answer(step.rightAnswers(), "moved", 1, "boolean open;");
        Path other = answer(step.wrongAnswers(), "other", 2, "boolean closed;");
        var report = new ArrayList<String>();

        Update.run(step, report::add);

        assertThat(report).hasSize(2);
        assertThat(report.getFirst()).startsWith("Needs a hand: " + other + ": line 3 of " + SOURCE);
        assertThat(report.getLast()).isEqualTo("Updated: " + moved);
        assertThat(moved).hasContent(ANSWER.formatted("moved", 2, "boolean open;"));
        assertThat(current).hasContent(ANSWER.formatted("current", 2, "boolean open;"));
        assertThat(other).hasContent(ANSWER.formatted("other", 2, "boolean closed;"));
    }

    private static Path answer(Path folder, String name, int line, String removed) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(name + ".patch"), ANSWER.formatted(name, line, removed));
    }
}
