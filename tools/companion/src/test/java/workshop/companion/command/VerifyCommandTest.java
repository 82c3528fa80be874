package workshop.companion.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.Help.Ansi;

import workshop.companion.Main;
import workshop.companion.WorkshopTree;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("workshop verify")
class VerifyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @Test
    @DisplayName("says of a step that can't be tested why, and ends with status 1")
    void untestable() throws IOException {
        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString()).startsWith("Step 01, one  can't be tested  Step 01, one is not compiled");
    }

    @Test
    @DisplayName("prints JSON alone on standard output, and its progress on standard error")
    void json() throws IOException {
        assertThat(verify("--json")).isEqualTo(1);

        assertThat(out.toString().lines()).singleElement().asString()
                .startsWith("{\"tested\":\"starters\",\"green\":false,\"steps\":[{\"step\":1,\"name\":\"one\",\"state\":\"untestable\"")
                .contains("\"problem\":\"Step 01, one is not compiled");
        assertThat(err.toString()).contains("Testing Step 01, one");
    }

    private int verify(String... options) throws IOException {
        WorkshopTree.in(root, "step-01-one");
        Path target = Files.createDirectories(root.resolve("step-01-one/target"));
        Files.writeString(target.resolve("server.jar"), "built, but the classes are gone");
        var screen = new Screen(new PrintWriter(out), new PrintWriter(err), Ansi.OFF);
        var arguments = new String[options.length + 1];
        arguments[0] = "verify";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.commandLine(Workshop.at(root), screen).execute(arguments);
    }
}
