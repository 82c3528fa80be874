package workshop.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.io.file.FilesUncheck;

/**
 * What a test sees of the directory of a server of step 03 or 04.
 *
 * @param path the directory
 */
public record ServerFiles(Path path) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    /** The files that can be seen. */
    public List<Path> committed() {
        return files(path);
    }

    /** The files of requests in flight, and what they may have left; not the lock. */
    public List<Path> staged() {
        return files(staging()).stream().filter(file -> !file.endsWith("lock")).toList();
    }

    /** Waits until so many files are staged, or for the longest time, and returns those that are staged then. */
    public List<Path> awaitStaged(int wanted, Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        List<Path> staged = staged();
        while (staged.size() != wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // nobody notifies
            staged = staged();
        }
        return staged;
    }

    /** Has something done while {@code .staging} is away, so that nothing can be staged. */
    public void withoutStaging(Runnable action) {
        Path elsewhere = path.resolve("elsewhere");
        FilesUncheck.move(staging(), elsewhere);
        action.run();
        FilesUncheck.move(elsewhere, staging());
    }

    /** Puts a folder that is not empty where a staged file is going to be moved to, so that it can't be committed. */
    public void obstruct(Path staged) {
        FilesUncheck.createDirectories(path.resolve(staged.getFileName()).resolve("in the way"));
    }

    /** Puts a folder that is not empty in the place of a staged file, so that it can't be removed. */
    public void hold(Path staged) {
        FilesUncheck.delete(staged);
        FilesUncheck.createDirectories(staged.resolve("in the way"));
    }

    private Path staging() {
        return path.resolve(".staging");
    }

    private static List<Path> files(Path folder) {
        try (var entries = FilesUncheck.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
