package workshop.companion.watch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.companion.work.Place;
import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The editor that opens a TODO")
class EditorTest {
    private static final Place PLACE = new Place(new Step(Path.of("w"), 1, "step-01-one"), "A.java", 7);
    private static final String FILE = Path.of("w/step-01-one/A.java").toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"vim, +7 FILE", "/usr/bin/nano, +7 FILE", "code, --goto FILE:7", "/opt/code.cmd, --goto FILE:7",
        "codium, --goto FILE:7", "idea, --line 7 FILE", "C:\\ides\\idea64.exe, --line 7 FILE"})
    @DisplayName("is told the line in its own words")
    void line(String editor, String arguments) {
        assertThat(String.join(" ", Editor.command(List.of(editor), PLACE))).isEqualTo(editor + " " + arguments.replace("FILE", FILE));
    }

    @Test
    @DisplayName("is what VISUAL names, with its options, or else EDITOR")
    void named() {
        assertThat(editor(Map.of("VISUAL", "emacsclient -nw", "EDITOR", "vi")).program()).containsExactly("emacsclient", "-nw");
        assertThat(editor(Map.of("VISUAL", " ", "EDITOR", "vi")).program()).containsExactly("vi");
        assertThat(editor(Map.of("EDITOR", "\"C:\\My Programs\\edit.exe\" --wait")).program())
                .containsExactly("C:\\My Programs\\edit.exe", "--wait");
    }

    @Test
    @DisplayName("is VS Code or IDEA where none is named, if their command is there")
    void found() throws IOException {
        var path = Map.of("PATH", "/nowhere" + File.pathSeparator + folder);
        assertThat(editor(path).program()).isEmpty();
        String idea = program("idea");
        assertThat(editor(path).program()).containsExactly(idea);
        String code = program("code");
        assertThat(editor(path).program()).containsExactly(code);
    }

    @Test
    @DisplayName("has an extension on Windows, which a process needs")
    void windows() throws IOException {
        String code = program("code.cmd");
        String vim = program("vim.exe");
        assertThat(new Editor(Map.of("PATH", folder.toString())::get, true).program()).containsExactly(code);
        assertThat(new Editor(Map.of("PATH", folder.toString(), "EDITOR", "vim -u NONE")::get, true).program())
                .containsExactly(vim, "-u", "NONE");
    }

    @Test
    @DisplayName("is asked for in a line where there is none, or none that starts")
    void absent() throws IOException, InterruptedException {
        try (var console = new TestTerminal().console()) {
            assertThat(editor(Map.of("PATH", "")).open(PLACE, console)).startsWith("No editor is known: set VISUAL or EDITOR");
            assertThat(editor(Map.of("EDITOR", "/nowhere/at-all")).open(PLACE, console))
                    .isEqualTo("'/nowhere/at-all' can't be started: set VISUAL or EDITOR to a program that is there.");
        }
    }

    private static Editor editor(Map<String, String> environment) {
        return new Editor(environment::get, false);
    }

    private String program(String name) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }
}
