package workshop.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The runtime's own recorder tells what is forced to the disk: a test can't cut the power. */
@DisplayName("Step 03, a commit that outlives a power cut")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows opens no directory")
class DurableCommitTest {
    @TempDir
    private Path directory;
    private Path staged;
    private Path committed;

    @BeforeEach
    void stage() throws IOException {
        staged = Files.writeString(Files.createDirectory(directory.resolve(".staging")).resolve("id"), "hello");
        committed = directory.resolve("id");
    }

    @Test
    @DisplayName("The file has its name and its content; it and its directory are forced to the disk, in this order")
    void commit() throws IOException {
        var forced = forcedBy(() -> DurableCommit.commit(staged, committed));

        assertThat(committed).hasContent("hello");
        assertThat(staged).doesNotExist();
        assertThat(forced).as("What was forced to the disk, content and metadata").containsExactly(staged, directory);
    }

    @Test
    @DisplayName("What can't be moved was forced before, and its directory is not")
    void cannotBeMoved() throws IOException {
        Files.createDirectory(committed);

        var forced = forcedBy(() -> assertThatThrownBy(() -> DurableCommit.commit(staged, committed)).isInstanceOf(IOException.class));

        assertThat(staged).as("The staged file, to be rolled back").hasContent("hello");
        assertThat(forced).as("What was forced to the disk before the move").containsExactly(staged);
    }

    @Test
    @DisplayName("What can't be forced is not committed")
    void cannotBeForced() throws IOException {
        Files.delete(staged);

        assertThatThrownBy(() -> DurableCommit.commit(staged, committed)).isInstanceOf(NoSuchFileException.class);
        assertThat(committed).doesNotExist();
    }

    @Test
    @DisplayName("A link in the place of the staged file is not committed")
    void link() throws IOException {
        Path elsewhere = Files.move(staged, directory.resolve("elsewhere"));
        Files.createSymbolicLink(staged, elsewhere);

        assertThatThrownBy(() -> DurableCommit.commit(staged, committed)).isInstanceOf(IOException.class);
        assertThat(committed).doesNotExist();
    }

    private List<Path> forcedBy(Commit commit) throws IOException {
        Path events = directory.resolve("events.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            commit.run();
            recording.stop();
            recording.dump(events);
        }
        return RecordingFile.readAllEvents(events).stream()
                .filter(event -> event.getBoolean("metaData"))
                .map(event -> Path.of(event.getString("path")))
                .toList();
    }

    private interface Commit {
        void run() throws IOException;
    }
}
