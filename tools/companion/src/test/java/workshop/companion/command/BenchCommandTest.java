package workshop.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("workshop bench")
class BenchCommandTest {
    @TempDir
    private Path root;
    private Workshop workshop;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one");
        benchThatTellsItsArguments(Files.createDirectories(root.resolve("tools/bench/target")).resolve("bench.jar"));
    }

    @Test
    @DisplayName("passes on what follows --, and lets the results go to the target folder")
    void arguments() {
        assertThat(new RecordedScreen().execute(workshop, "bench", "--", "--only=rollback", "--contender=step 03")).isZero();

        assertThat(root.resolve("tools/bench/target/arguments")).content()
                .isEqualTo("[--out=%s, --only=rollback, --contender=step 03]".formatted(root.resolve("tools/bench/target/results")));
    }

    @Test
    @DisplayName("lets the results go elsewhere")
    void elsewhere() {
        assertThat(new RecordedScreen().execute(workshop, "bench", "--", "--out=there")).isZero();

        assertThat(root.resolve("tools/bench/target/arguments")).content().isEqualTo("[--out=there]");
    }

    @Test
    @DisplayName("ends with the status of the benchmark")
    void status() {
        assertThat(new RecordedScreen().execute(workshop, "bench", "--", "--contender=unknown")).isEqualTo(2);
    }

    /** In place of the benchmark: writes down its arguments, and accepts no unknown contender. */
    static final class FakeBench {
        private FakeBench() {
        }

        public static void main(String[] args) throws IOException {
            Files.writeString(Path.of(System.getProperty("java.class.path")).resolveSibling("arguments"), Arrays.toString(args));
            System.exit(Arrays.asList(args).contains("--contender=unknown") ? 2 : 0);
        }
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
