package workshop.model.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Each save is seen")
class FolderWatchTest {
    private static final int CAP_IN_SECONDS = 20;

    private final Semaphore saves = new Semaphore(0);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("in place, by rename, in a new folder, of a new file, and a removal, too")
    void everyWay() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("A.java"), "a");
        try (var _ = watch()) {
            Files.writeString(file, "changed in place");
            assertSeen("a save in place");

            Path other = Files.writeString(folder.resolve(".A.java.swp"), "by rename....xxx");
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertSeen("a save by rename");

            Path inNewFolder = Files.createDirectories(folder.resolve("b/c")).resolve("B.java");
            Files.writeString(inNewFolder, "b");
            assertSeen("a file in a new folder");

            Files.writeString(inNewFolder, "b, changed");
            assertSeen("a change in that folder");

            Files.delete(inNewFolder);
            assertSeen("a removal");
        }
    }

    @Test
    @DisplayName("but not what an editor puts beside a file, nor what nobody wants to know")
    void besides() throws IOException, InterruptedException {
        Path target = Files.createDirectory(folder.resolve("target"));
        try (var _ = watch()) {
            Files.writeString(folder.resolve(".A.java.swp"), "x");
            Files.writeString(folder.resolve("A.java~"), "x");
            Files.writeString(target.resolve("A.class"), "x");
            Files.writeString(folder.resolve("A.java"), "x");
            assertSeen("the file itself");
            Files.writeString(folder.resolve(".A.java.swp"), "more");
            Files.writeString(folder.resolve("A.java"), "changed");
            assertSeen("a change of the file itself");

            assertThat(saves.availablePermits()).as("Other saves").isZero();
        }
    }

    private FolderWatch watch() {
        return FolderWatch.start(folder, path -> !path.endsWith("target"), Duration.ofMillis(20), saves::release);
    }

    private void assertSeen(String what) throws InterruptedException {
        assertThat(saves.tryAcquire(CAP_IN_SECONDS, TimeUnit.SECONDS)).as("Within %d s, %s is seen", CAP_IN_SECONDS, what).isTrue();
    }
}
