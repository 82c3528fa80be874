package workshop.model.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("An answer")
class AnswerTest {
    private static final String SOURCES = "solutions/step-01-first/src/main/java/";
    private static final String HEAD = """
            belief: It is enough to look,
              and then to write.
            why: Somebody may come between.
            caught-by: DoorTest.opens
            message: opened twice

            """;
    private static final String DOOR = """
            final class Door {
                private boolean open;

                boolean open() {
                    return open;
                }

                void close() {
                    open = false;
                }

                void lock() {
                    open = false;
                }
            }
            """;
    private static final String DIFFERENCE = """
            --- a/solutions/step-01-first/src/main/java/Door.java
            +++ b/solutions/step-01-first/src/main/java/Door.java
            @@ -4,3 +4,3 @@
                 boolean open() {
            -        return open;
            +        return true;
                 }
            """;

    @TempDir
    private Path root;
    private Step step;

    @BeforeEach
    void solution() throws IOException {
        step = new Step(root, 1, "step-01-first");
        Files.createDirectories(root.resolve(SOURCES));
        Files.createDirectories(step.wrongAnswers());
        source("Door", DOOR);
    }

    @Test
    @DisplayName("has a head for a reader, whose values may be of several lines")
    void head() throws IOException {
        Answer answer = wrong(HEAD + DIFFERENCE);

        assertThat(Answer.name(answer.file())).isEqualTo("looks-then-writes");
        assertThat(answer.title()).isEqualTo("Looks then writes");
        assertThat(answer.says("belief")).isEqualTo("It is enough to look, and then to write.");
        assertThat(answer.says("why")).isEqualTo("Somebody may come between.");
        assertThat(answer.says("caught-by")).isEqualTo("DoorTest.opens");
        assertThat(answer.says("message")).isEqualTo("opened twice");
    }

    @Test
    @DisplayName("of the right kind has a style")
    void right() throws IOException {
        Path file = Files.createDirectories(step.rightAnswers()).resolve("always.patch");
        Files.writeString(file, "style: A constant.\nwhy: It is open.\n\n" + DIFFERENCE);

        Answer answer = Answer.right(step, file);
        assertThat(answer.says("style")).isEqualTo("A constant.");
        assertThat(answer.says("why")).isEqualTo("It is open.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why: Somebody may come between.\\n | ''                | keys [belief, caught-by, message]. Give it one for each of
            why: Somebody                      | because: Somebody | values for the keys [because, belief, caught-by, message]
            why: Somebody may come between.    | why:              | values for the keys [belief, caught-by, message]
            caught-by: DoorTest.opens          | why: Twice.       | the head has 'why' twice
            belief: It                         | It                | 'It is enough to look,' has no key. Begin the line with""")
    @DisplayName("whose head is not whole, or has more, is refused: the message names the file and the remedy")
    void brokenHead(String good, String broken, String message) {
        assertThatExceptionOfType(UnusableAnswerException.class)
                .isThrownBy(() -> wrong(HEAD.replace(good.replace("\\n", "\n"), broken) + DIFFERENCE))
                .withMessageContaining("looks-then-writes.patch").withMessageContaining(message);
    }

    @Test
    @DisplayName("is the solution with its differences, in each of its sources")
    void sources() throws IOException {
        source("Wall", "final class Wall {\n}\n");
        Answer answer = wrong(HEAD + DIFFERENCE + """
                --- a/solutions/step-01-first/src/main/java/Wall.java
                +++ b/solutions/step-01-first/src/main/java/Wall.java
                @@ -1,2 +1,3 @@
                 final class Wall {
                +    int height;
                 }
                """);

        assertThat(answer.changes()).extracting(Change::path)
                .containsExactly(root.resolve(SOURCES + "Door.java"), root.resolve(SOURCES + "Wall.java"));
        assertThat(answer.changes().getFirst().after()).isEqualTo(DOOR.replace("return open", "return true").lines().toList());
        assertThat(answer.changes().getLast().after()).containsExactly("final class Wall {", "    int height;", "}");
        assertThat(answer.changes().getLast().before()).containsExactly("final class Wall {", "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            src/main/java/Door.java | src/main/java/Gate.java    | names no source of the solution. Name one below +++ b/solutions/step-01-first
            step-01-first/src       | step-02-second/src         | names no source of the solution
            return true             | return open                | leaves solutions/step-01-first/src/main/java/Door.java as it is
            @@ -4,3 +4,3 @@         | @@                         | a line such as '@@ -7,3 +7,4 @@' is absent""")
    @DisplayName("that changes another source, or nothing, is refused")
    void brokenDifference(String good, String broken, String message) {
        assertThatExceptionOfType(UnusableAnswerException.class)
                .isThrownBy(() -> wrong(HEAD + DIFFERENCE.replace(good, broken)).changes().getFirst().after())
                .withMessageContaining("looks-then-writes.patch").withMessageContaining(message);
    }

    @Test
    @DisplayName("without a difference is refused")
    void noDifference() {
        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> wrong(HEAD))
                .withMessageContaining("looks-then-writes.patch: there is no difference");
    }

    @Test
    @DisplayName("is a file among others of its kind; another file would be overlooked, and is refused")
    void otherFile() throws IOException {
        wrong(HEAD + DIFFERENCE);
        Path other = Files.createFile(step.wrongAnswers().resolve("notes.txt"));

        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> Answer.wrong(step))
                .withMessageContaining(other + " is no answer");
    }

    @Test
    @DisplayName("to a solution whose lines have moved says which, and is brought up to date")
    void moved() throws IOException {
        Answer answer = wrong(HEAD + DIFFERENCE);
        String changed = DOOR.replace("    private", "    /** Whether it is. */\n    private");
        source("Door", changed);

        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> answer.changes().getFirst().after())
                .withMessageContaining("looks-then-writes.patch: line 4 of " + SOURCES + "Door.java is not what it was:")
                .withMessageContaining("expected:     boolean open() {")
                .withMessageContaining("now:      \n")
                .withMessageContaining("It is line 5 now.").withMessageContaining("-Danswers=update");
        assertThat(updated()).isEqualTo(HEAD + DIFFERENCE.replace("@@ -4,3 +4,3 @@", "@@ -5,3 +5,3 @@"));
    }

    @Test
    @DisplayName("to a solution in which the lines around are others is brought up to date")
    void otherLinesAround() throws IOException {
        wrong(HEAD + DIFFERENCE);
        source("Door", DOOR.replace("boolean open() {", "boolean isOpen() {"));

        assertThat(updated()).isEqualTo(HEAD + DIFFERENCE.replace("boolean open() {", "boolean isOpen() {"));
    }

    @Test
    @DisplayName("to a solution in which the lines themselves are others needs a hand")
    void otherLines() throws IOException {
        Answer answer = wrong(HEAD + DIFFERENCE);
        source("Door", "// a door\n" + DOOR.replace("return open;", "return this.open;"));

        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> answer.changes().getFirst().after())
                .withMessageContaining("line 6 of").withMessageContaining("now:              return this.open;")
                .withMessageContaining("It is nowhere");
        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(this::updated).withMessageContaining("It is nowhere");
    }

    @Test
    @DisplayName("that could be meant for several places needs a hand")
    void severalPlaces() throws IOException {
        wrong(HEAD + DIFFERENCE);
        source("Door", "// a door\n" + DOOR + DOOR);

        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(this::updated).withMessageContaining("in several places");
    }

    @Test
    @DisplayName("has as few lines around its differences as tell where they belong, and nothing that only git understands")
    void plain() throws IOException {
        wrong(HEAD + """
                diff --git a/solutions/step-01-first/src/main/java/Door.java b/solutions/step-01-first/src/main/java/Door.java
                index 8a1f3c5..dd3e0a1 100644
                --- a/solutions/step-01-first/src/main/java/Door.java
                +++ b/solutions/step-01-first/src/main/java/Door.java
                @@ -9,7 +9,8 @@ final class Door {
                     }
                 \s
                     void lock() {
                         open = false;
                +        open = open();
                     }
                 }
                """.replace(" \\s", " "));

        assertThat(updated()).isEqualTo(HEAD + """
                --- a/solutions/step-01-first/src/main/java/Door.java
                +++ b/solutions/step-01-first/src/main/java/Door.java
                @@ -12,4 +12,5 @@
                     void lock() {
                         open = false;
                +        open = open();
                     }
                 }
                """);
    }

    private Answer wrong(String text) throws IOException {
        Path file = step.wrongAnswers().resolve("looks-then-writes.patch");
        Files.writeString(file, text);
        return Answer.wrong(step, file);
    }

    private String updated() {
        List<Path> files = Answer.filesIn(step.wrongAnswers());
        return String.join("\n", Answer.read(step, files.getFirst()).upToDate().plain()) + "\n";
    }

    private void source(String name, String text) throws IOException {
        Files.writeString(root.resolve(SOURCES + name + ".java"), text);
    }
}
