package workshop.companion.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.CommandFailure;
import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.Git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("When a step is solved or reset,")
class ReplacementTest {
    private static final String MAIN = "src/main/java/Two.java";
    private static final String TEST = "src/test/java/TwoTest.java";
    private static final String STARTER = "class Two {\n    // TODO step 02: count\n}\n";
    private static final String ORIGINAL_TEST = "class TwoTest {\n}\n";

    @TempDir
    private Path root;
    private Workshop workshop;
    private Step step;
    private final Screen screen = new RecordedScreen().screen();
    private Replacement replacement;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two");
        step = workshop.step("2");
        write(MAIN, STARTER);
        write(TEST, ORIGINAL_TEST);
        Files.writeString(step.solution().resolve(MAIN), """
                class Two {
                    // tag::solution[]
                    int count;
                    // end::solution[]
                }
                """);
        var starters = new Starters(root, Starters.list(workshop));
        starters.copy();
        replacement = new Replacement(workshop, starters);
    }

    @Test
    @DisplayName("the solution comes without the marks of the course, the starter as it was")
    void content() throws IOException {
        replacement.bySolution(step, screen);
        assertThat(step.starter().resolve(MAIN)).content().isEqualTo("class Two {\n    int count;\n}\n");
        assertThat(new Solution(step).diff()).isEmpty();

        replacement.byStarter(step, screen);
        assertThat(step.starter().resolve(MAIN)).content().isEqualTo(STARTER);
        assertThat(new Solution(step).diff()).contains("--- yours/" + MAIN, "+++ solution/" + MAIN,
                                                   "-    // TODO step 02: count", "+    int count;");
    }

    @Test
    @DisplayName("nothing is lost: solve, reset, solve, with what does not compile, extra files, and changed tests in between")
    void nothingIsLost() throws IOException {
        var had = new ArrayList<List<String>>();
        var kept = new ArrayList<Path>();
        write(MAIN, "class Two { not java");
        write("src/main/java/extra/Mine.java", "package extra; class Mine { }");
        write("src/test/java/MineTest.java", "class MineTest { }");
        write(TEST, "class TwoTest { void changed() { } }");
        write("notes.txt", "remember");
        Files.createSymbolicLink(step.starter().resolve("src/main/java/Link.java"), Path.of("Two.java"));
        Files.createDirectories(step.starter().resolve("target/classes"));

        had.add(files(step.starter()));
        kept.add(replacement.bySolution(step, screen));
        assertThat(step.starter().resolve("src/main/java/extra")).doesNotExist();
        assertThat(step.starter().resolve("notes.txt")).hasContent("remember");
        write(MAIN, "class Two { int better; }");
        had.add(files(step.starter()));
        kept.add(replacement.byStarter(step, screen));
        write(MAIN, STARTER + "// begun");
        had.add(files(step.starter()));
        kept.add(replacement.bySolution(step, screen));

        assertThat(kept).doesNotHaveDuplicates();
        for (int i = 0; i < had.size(); i++) {
            assertThat(files(kept.get(i))).as("What was kept at replacement %d", i + 1).isEqualTo(had.get(i));
        }
    }

    @Test
    @DisplayName("the starter is found although it was changed and nothing but the copy is left")
    void starterFromCopy() throws IOException {
        write(MAIN, "changed before");

        replacement.byStarter(step, screen);

        assertThat(step.starter().resolve(MAIN)).content().isEqualTo(STARTER);
    }

    @Test
    @DisplayName("the starter is found in git's objects, also under commits that have changed it")
    void starterFromGit() throws IOException {
        git("init", "-q");
        commit();
        write(MAIN, "class Two { int mine; }");
        commit();
        deleteCopies();

        replacement.byStarter(step, screen);

        assertThat(step.starter().resolve(MAIN)).content().isEqualTo(STARTER);
    }

    @Test
    @DisplayName("and the starter is nowhere, nothing changes, and a sentence says what to do")
    void starterNowhere() throws IOException {
        write(MAIN, "mine");
        deleteCopies();

        assertThatThrownBy(() -> replacement.byStarter(step, screen)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("step-02-two/" + MAIN).hasMessageContaining("Download the workshop again");
        assertThat(step.starter().resolve(MAIN)).hasContent("mine");
    }

    @Test
    @DisplayName("a checkout with the line ends of Windows counts as the original")
    void windows() throws IOException {
        List<String> before = Starters.list(workshop);
        write(MAIN, STARTER.replace("\n", "\r\n"));

        assertThat(Starters.list(workshop)).isEqualTo(before);
    }

    private void deleteCopies() throws IOException {
        FileUtils.deleteDirectory(root.resolve(".workshop").toFile());
    }

    private void commit() {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "any");
    }

    private void git(String... arguments) {
        assertThat(new Git(root).ask(arguments)).as("What git prints for %s", List.of(arguments)).isPresent();
    }

    /** Every file of a folder with its content, but for what is built. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            var files = new ArrayList<String>();
            for (Path file : tree.filter(path -> !Files.isDirectory(path)).sorted().toList()) {
                files.add(folder.relativize(file) + ": " + (Files.isSymbolicLink(file) ? Files.readSymbolicLink(file)
                        : Files.readString(file)));
            }
            return files;
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = step.starter().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
