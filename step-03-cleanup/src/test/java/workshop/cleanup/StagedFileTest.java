package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.interleaving.SteppingLoader;
import workshop.testkit.server.RecordedLog;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.wait.OccupiedCarriers;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 03, the staged file alone")
@Order(2)
class StagedFileTest {
    private static final String AT_EXIT = ".*[.](deleteOnExit|addShutdownHook)";
    private static final Duration TIME_TO_DO_IT_LATER = Patience.of(Duration.ofMillis(500));
    private static final int ROLLBACKS = 200; // a thread of its own may be quick, but not each time

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
        new ServerFiles(directory).awaitStaged(1, TIME_TO_DO_IT_LATER);

        assertThat(staged).as("The staged file after rollBack()").doesNotExist();
        assertThat(other).as("The staged file of another request").exists();
        assertThat(thrownBy(file::rollBack)).as("What rollBack() throws where there is no staged file: nothing is wrong").isEqualTo("nothing");
        assertThat(log.lines()).as("The log, when nothing was wrong").noneMatch(Notice::tellsOfAFailure);
        assertThat(log.warnings()).as("The warnings of the log, where there was no staged file to remove: nothing was wrong").isEmpty();
        int later;
        try (var carriers = new OccupiedCarriers()) {
            carriers.take();
            later = removedLater(ROLLBACKS);
        }
        hint("StagedFile.rollBack: the thread that calls removes the file, and leaves that to nobody else.", () ->
                assertThat(later)
                        .as("Staged files that were still there when rollBack() had returned, of %d. Whoever has called it goes on then:%n"
                                    + "the client is answered, and a server that stops ends, before the file is gone. Files", ROLLBACKS)
                        .isZero());
        hint("Who removes the file is decided while the request goes on: the listener or the handler, by StagedFile.rollBack.", () ->
                assertThat(Stream.of(StagingHandler.class, StagedFile.class).flatMap(type -> SteppingLoader.calls(type).stream()))
                        .filteredOn(call -> call.matches(AT_EXIT))
                        .as("What StagingHandler and StagedFile leave to be done when the process ends: it is kept in memory until then").isEmpty());
    }

    @Test
    @Order(2)
    @DisplayName("Given: a rollback that comes too late leaves the committed file alone")
    void committed() throws IOException {
        file.commit();

        file.rollBack();

        assertThat(committed).as("The committed file after rollBack(), which is about the staged one only").hasContent("hello");
    }

    @Exercise(hint = "StagedFile.rollBack: catch the IOException, and give it to the LOGGER, behind a text without {0}: beside a"
            + " parameter, it is one more, and is not shown. Try once, and throw nothing.")
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

    @Exercise(hint = "StagedFile.rollBack: Files.exists says no of a link that leads nowhere, and of all that it can't look at."
            + " Files.deleteIfExists looks and removes in one, and follows no link.")
    @Order(4)
    @DisplayName("A rollback removes whatever is in the file's place, a link that leads nowhere as well")
    void linkThatLeadsNowhere() throws IOException {
        Files.delete(staged);
        linkOrAbort(staged, directory.resolve("nowhere"));

        file.rollBack();

        assertThat(Files.exists(staged, LinkOption.NOFOLLOW_LINKS))
                .as("Whether a link that leads nowhere is still in the staged file's place after rollBack(). Who asks first whether a file"
                            + " is there%nis told no, removes nothing, and says nothing: so it stays")
                .isFalse();
    }

    /** How many of so many files are still there when their rollback has returned. */
    private int removedLater(int files) throws IOException {
        int later = 0;
        for (int i = 0; i < files; i++) {
            Path path = staged.resolveSibling("id-" + i);
            var each = new StagedFile(path.getFileName().toString(), path, directory.resolve(path.getFileName()));
            each.write("hello");
            each.rollBack();
            later += Files.exists(path) ? 1 : 0;
        }
        return later;
    }

    private static void linkOrAbort(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            throw new TestAbortedException("This machine makes no symbolic links: " + e.getMessage());
        }
    }

    private static String thrownBy(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        return thrown == null ? "nothing" : thrown.toString();
    }
}
