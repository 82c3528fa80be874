package workshop.companion.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import workshop.companion.Main;
import workshop.companion.WorkshopTree;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("workshop bench")
class BenchCommandTest {
    @TempDir
    private Path root;
    private CommandLine commandLine;

    @BeforeEach
    void makeTree() throws IOException {
        var workshop = Workshop.at(WorkshopTree.in(root, "step-01-one"));
        benchThatTellsItsArguments(Files.createDirectories(root.resolve("tools/bench/target")).resolve("bench.jar"));
        var writer = new PrintWriter(new StringWriter());
        commandLine = Main.commandLine(workshop, new Screen(writer, writer, Ansi.OFF));
    }

    @Test
    @DisplayName("passes on what follows --, and lets the results go to the target folder")
    void arguments() {
        assertThat(commandLine.execute("bench", "--", "--only=rollback", "--contender=step 03")).isZero();

        assertThat(root.resolve("tools/bench/target/arguments")).content()
                .isEqualTo("[--out=%s, --only=rollback, --contender=step 03]".formatted(root.resolve("tools/bench/target/results")));
    }

    @Test
    @DisplayName("lets the results go elsewhere")
    void elsewhere() {
        assertThat(commandLine.execute("bench", "--", "--out=there")).isZero();

        assertThat(root.resolve("tools/bench/target/arguments")).content().isEqualTo("[--out=there]");
    }

    @Test
    @DisplayName("ends with the status of the benchmark")
    void status() {
        assertThat(commandLine.execute("bench", "--", "--contender=unknown")).isEqualTo(2);
    }

    private static void benchThatTellsItsArguments(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeBench.class.getName());
        String name = FakeBench.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
             var in = FakeBench.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }
}
