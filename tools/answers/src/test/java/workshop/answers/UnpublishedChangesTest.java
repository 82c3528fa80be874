package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.model.source.Git;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The answers whose verdict may have changed since it was published")
class UnpublishedChangesTest {
    private static final String ANSWER = "solutions/wrong-answers/step-01-first/late.patch";
    private static final String OTHER_ANSWER = "solutions/wrong-answers/step-01-first/early.patch";

    @TempDir
    private Path folder;
    private Path published;
    private Path root;

    @BeforeEach
    void cloneOfWhatIsPublished() throws IOException {
        published = Files.createDirectory(folder.resolve("published"));
        git(published, "init", "-q");
        write(published, ANSWER, "one");
        write(published, OTHER_ANSWER, "one");
        write(published, "step-01-first/src/main/java/Door.java", "one");
        write(published, "step-01-first/src/test/java/DoorTest.java", "one");
        commit(published);
        git(folder, "clone", "-q", "published", "clone");
        root = folder.resolve("clone");
    }

    @Test
    @DisplayName("are none in a fresh clone")
    void freshClone() {
        assertThat(changes().files()).isEmpty();
        assertThat(changes().concern(root.resolve(ANSWER))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-01-first/src/main/java/Door.java", "step-01-first/notes.txt", "docs/chapter.adoc", "tools/lab/Lab.java"})
    @DisplayName("are none where a learner has worked, or what no verdict stands on has changed")
    void elsewhere(String file) throws IOException {
        write(root, file, "two");
        commit(root);
        write(root, file, "three");

        assertThat(changes().files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "foundation/testkit/Any.java", "solutions/step-01-first/src/main/java/Door.java",
            "tools/answers/src/test/java/Judge.java", "step-01-first/pom.xml", "step-01-first/src/test/java/DoorTest.java"})
    @DisplayName("are all where what they stand on has changed: not committed, or committed and not published")
    void all(String file) throws IOException {
        write(root, file, "two");
        assertThat(changes().files()).containsExactly(Path.of(file));
        assertThat(changes().concern(root.resolve(ANSWER))).isTrue();

        commit(root);
        assertThat(changes().files()).containsExactly(Path.of(file));

        git(root, "push", "-q", "origin", "HEAD:next"); // published, but not where this branch comes from
        assertThat(changes().files()).containsExactly(Path.of(file));
    }

    @Test
    @DisplayName("are the changed ones where only answers have")
    void onlyAnswers() throws IOException {
        write(root, ANSWER, "two");
        Files.delete(root.resolve(OTHER_ANSWER));

        assertThat(changes().files()).containsExactlyInAnyOrder(Path.of(ANSWER), Path.of(OTHER_ANSWER));
        assertThat(changes().concern(root.resolve(ANSWER))).isTrue();
        assertThat(changes().concern(root.resolve("solutions/wrong-answers/step-01-first/another.patch"))).isFalse();
    }

    @Test
    @DisplayName("are told by the last commit, where no branch is followed")
    void withoutUpstream() throws IOException {
        git(root, "branch", "-q", "--unset-upstream");
        write(root, "pom.xml", "two");
        assertThat(changes().files()).containsExactly(Path.of("pom.xml"));

        commit(root);
        assertThat(changes().files()).isEmpty();
    }

    @Test
    @DisplayName("can't be told without a repository, even if the folder lies in somebody else's")
    void noRepository() throws IOException {
        Path download = Files.createDirectory(root.resolve("download"));

        assertThat(UnpublishedChanges.in(download)).isEmpty();
        assertThat(UnpublishedChanges.in(Files.createDirectories(folder.resolve("empty/.git")).getParent())).isEmpty();
    }

    private UnpublishedChanges changes() {
        return UnpublishedChanges.in(root).orElseThrow();
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private static void commit(Path root) {
        git(root, "add", "-A");
        git(root, "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "any");
    }

    private static void git(Path root, String... arguments) {
        assertThat(new Git(root).ask(arguments)).as("What git prints for %s", List.of(arguments)).isPresent();
    }
}
