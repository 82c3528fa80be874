package workshop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The staged files of one server, as seen from another process: by looking again and again.
 */
final class StagedFiles {
    private final Path directory;
    private final Path staging;
    private final Set<Path> known = new HashSet<>();

    /**
     * @param directory the server's, which has {@code .staging}
     */
    StagedFiles(Path directory) {
        this.directory = directory;
        this.staging = directory.resolve(".staging");
    }

    /** The staged file that has appeared since the last call; waits for it. */
    Path awaitNext() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            try (var files = list()) {
                for (Path file : files) {
                    if (known.add(file)) {
                        return file;
                    }
                }
            }
            LockSupport.parkNanos(100_000);
        }
        throw new IOException("No file was staged within ten seconds");
    }

    int count() {
        int count = 0;
        try (var files = list()) {
            for (Path ignored : files) {
                count++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /** Whether none is left. */
    boolean none() {
        try (var files = list()) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a request was committed: none may be, as none has finished its work. */
    boolean anyCommitted() throws IOException {
        try (var files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            return files.iterator().hasNext();
        }
    }

    /**
     * Waits for something, looking again and again.
     *
     * @param what  what to wait for
     * @param cap   how long, in seconds
     * @param pause between two looks, in nanoseconds
     * @return when it was seen, as {@link System#nanoTime()}, or -1 if it was not within the cap
     */
    static long await(BooleanSupplier what, double cap, long pause) {
        long end = System.nanoTime() + (long) (cap * 1e9);
        while (System.nanoTime() < end) {
            if (what.getAsBoolean()) {
                return System.nanoTime();
            }
            LockSupport.parkNanos(pause);
        }
        return -1;
    }

    private DirectoryStream<Path> list() throws IOException {
        return Files.newDirectoryStream(staging, path -> !path.endsWith("lock"));
    }
}
