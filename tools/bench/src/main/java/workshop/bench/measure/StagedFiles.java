package workshop.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The staged files of one server, as seen from another process. Nobody tells of them, so one looks again and again. Unlike the
 * tests' view of them, it looks at no more than it has to: a look is in the way of the server, and part of what is measured.
 */
final class StagedFiles {
    private static final double CAP_TO_STAGE = 10;
    private static final long LOOK_NANOS = 100_000;

    private final Path staging;
    private final Set<Path> known = new HashSet<>();
    private Optional<Path> next = Optional.empty();

    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /**
     * @param directory the server's, which has {@code .staging}
     */
    StagedFiles(Path directory) {
        this.staging = directory.resolve(".staging");
    }

    /**
     * Waits until something holds.
     *
     * @param cap   how long, in seconds
     * @param pause between two looks, in nanoseconds
     * @return when it was seen, as {@link System#nanoTime()}, or -1 if it was not within the cap
     */
    static long poll(Condition condition, double cap, long pause) throws IOException {
        long end = System.nanoTime() + (long) (cap * 1e9);
        while (System.nanoTime() < end) {
            if (condition.holds()) {
                return System.nanoTime();
            }
            LockSupport.parkNanos(pause);
        }
        return -1;
    }

    /** The staged file that has appeared since the last call; waits for it. */
    Path awaitNext() throws IOException {
        if (poll(this::hasNext, CAP_TO_STAGE, LOOK_NANOS) < 0) {
            throw new IOException("No file was staged within ten seconds");
        }
        return next.orElseThrow();
    }

    private boolean hasNext() throws IOException {
        try (var files = list()) {
            next = files.filter(known::add).findFirst();
        }
        return next.isPresent();
    }

    long count() throws IOException {
        try (var files = list()) {
            return files.count();
        }
    }

    /** Whether none is left; looks no further than to the first. */
    boolean none() throws IOException {
        try (var files = list()) {
            return files.findFirst().isEmpty();
        }
    }

    private Stream<Path> list() throws IOException {
        return Files.list(staging).filter(path -> !path.endsWith("lock"));
    }
}
