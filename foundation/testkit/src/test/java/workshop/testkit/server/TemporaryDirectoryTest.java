package workshop.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.apache.commons.io.file.FilesUncheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A temporary directory")
class TemporaryDirectoryTest {
    /** No system has so many processes. */
    private static final long KILLED = 999_999_999;

    @TempDir
    private Path parent;

    @Test
    @DisplayName("is removed with all that is in it")
    void closed() throws IOException {
        try (var directory = TemporaryDirectory.create(parent)) {
            Files.writeString(Files.createDirectories(directory.path().resolve("a/b")).resolve("c"), "d");
        }
        assertThat(parent).as("What stays of a directory that is closed").isEmptyDirectory();
    }

    @Test
    @DisplayName("of a process that was killed is removed by the next one that makes one")
    void swept() throws IOException {
        Files.writeString(Files.createDirectories(of(KILLED, "1").resolve(".staging")).resolve("lock"), "");
        Files.createDirectory(of(KILLED, "2"));

        try (var directory = TemporaryDirectory.create(parent)) {
            assertThat(parent).as("What there is beside the new one").isDirectoryNotContaining(path -> !path.equals(directory.path()));
        }
    }

    @Test
    @DisplayName("is made although several processes remove what is left at the same time")
    void sweptBySeveral() {
        IntStream.range(0, 100).mapToObj(i -> of(KILLED, Integer.toString(i))).forEach(FilesUncheck::createDirectory);
        var made = IntStream.range(0, 4).mapToObj(_ -> Background.run(() -> TemporaryDirectory.create(parent))).toList();

        made.forEach(each -> each.result("A directory is not made").close());
    }

    @Test
    @DisplayName("of a process that runs stays, and so does what somebody else has made")
    void kept() throws IOException {
        Path running = Files.createDirectory(of(ProcessHandle.current().pid(), "1"));
        Path other = Files.createDirectory(parent.resolve("workshop"));
        Path file = Files.createFile(of(KILLED, "file"));
        Path outside = Files.writeString(Files.createDirectory(parent.resolve("outside")).resolve("file"), "mine");
        Path link = Files.createSymbolicLink(of(KILLED, "link"), outside.getParent());

        try (var directory = TemporaryDirectory.create(parent)) {
            assertThat(parent).as("What there is beside the new one")
                    .isDirectoryContaining(running::equals).isDirectoryContaining(other::equals)
                    .isDirectoryContaining(file::equals).isDirectoryContaining(link::equals);
        }
        assertThat(outside).as("A file that a link with such a name leads to").hasContent("mine");
    }

    private Path of(long process, String name) {
        return parent.resolve("workshop-" + process + "-" + name);
    }
}
