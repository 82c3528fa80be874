package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.RecordedLog;
import workshop.testkit.server.ServerFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("Step 03, the staged file alone")
@Order(2)
class StagedFileTest {
    @TempDir
    private Path directory;
    @AutoClose
    private final RecordedLog log = new RecordedLog();
    private Path staged;
    private Path committed;
    private StagedFile file;

    @BeforeEach
    void stage() throws IOException {
        staged = Files.createDirectory(directory.resolve(".staging")).resolve("id");
        committed = directory.resolve("id");
        file = new StagedFile("id", staged, committed);
        file.write("hello");
    }

    @Exercise(hint = "StagedFile.rollBack: java.nio.file.Files removes files. One of its methods is content if there is none.")
    @Order(1)
    @DisplayName("A rollback removes the staged file, if it is there")
    void rollBack() throws IOException {
        Path other = Files.writeString(staged.resolveSibling("another request's"), "hello");

        file.rollBack();

        assertThat(staged).as("The staged file after rollBack()").doesNotExist();
        assertThat(other).as("The staged file of another request").exists();
        assertThat(thrownBy(file::rollBack)).as("What rollBack() throws where there is no staged file: nothing is wrong").isEqualTo("nothing");
        assertThat(log.lines()).as("The log, when nothing was wrong").noneMatch(Notice::tellsOfAFailure);
    }

    @Test
    @Order(2)
    @DisplayName("Given: a rollback that comes too late leaves the committed file alone")
    void committed() throws IOException {
        file.commit();

        file.rollBack();

        assertThat(committed).as("The committed file after rollBack(), which is about the staged one only").hasContent("hello");
    }

    @Exercise(hint = "StagedFile.rollBack: catch the IOException, and give it to the LOGGER, with a message; throw nothing.")
    @Order(3)
    @DisplayName("A staged file that can't be removed is told to the log, and to nobody else")
    void cannotBeRemoved() {
        new ServerFiles(directory).hold(staged);

        assertThat(thrownBy(file::rollBack))
                .as("What rollBack() throws where the file can't be removed. How the request ends is decided: nobody is told but the log")
                .isEqualTo("nothing");
        assertThat(String.join("%n".formatted(), log.lines()))
                .as("What the log says of a file that can't be removed: why, which is the exception, and at a level that is shown, such as"
                            + " WARNING")
                .contains("DirectoryNotEmptyException");
    }

    private static String thrownBy(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        return thrown == null ? "nothing" : thrown.toString();
    }
}
