package workshop.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a test sees of the directory of a server of step 03 or 04.
 *
 * @param path the directory
 */
public record ServerFiles(Path path) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    /**
     * @return the files that can be seen
     */
    public List<Path> committed() {
        return files(path);
    }

    /**
     * @return the files of requests in flight, and what they may have left; not the lock
     */
    public List<Path> staged() {
        return files(staging()).stream().filter(file -> !file.endsWith("lock")).toList();
    }

    /**
     * Waits until a number of files are staged, or for the longest time.
     *
     * @param wanted how many
     * @param cap    the longest time to wait
     * @return the staged files then
     */
    public List<Path> awaitStaged(int wanted, Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        List<Path> staged = staged();
        while (staged.size() != wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // nobody notifies
            staged = staged();
        }
        return staged;
    }

    /**
     * Has something done while {@code .staging} is away, so that nothing can be staged.
     *
     * @param action what to do
     */
    public void withoutStaging(Runnable action) {
        Path elsewhere = path.resolve("elsewhere");
        move(staging(), elsewhere);
        action.run();
        move(elsewhere, staging());
    }

    /**
     * Puts a folder that is not empty where a staged file is going to be moved to, so that it can't be committed.
     *
     * @param staged the staged file
     */
    public void obstruct(Path staged) {
        try {
            Files.createDirectories(path.resolve(staged.getFileName()).resolve("in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a folder that is not empty in the place of a staged file, so that it can't be removed.
     *
     * @param staged the staged file
     */
    public void hold(Path staged) {
        try {
            Files.delete(staged);
            Files.createDirectories(staged.resolve("in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path staging() {
        return path.resolve(".staging");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
