package workshop.bench.measure;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Waiting for what another process does, which tells nobody: by looking again and again.
 */
final class Polling {
    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private Polling() {
    }

    /**
     * Waits until something holds.
     *
     * @param cap   how long, in seconds
     * @param pause between two looks, in nanoseconds
     * @return when it was seen, as {@link System#nanoTime()}, or -1 if it was not within the cap
     */
    static long until(Condition condition, double cap, long pause) throws IOException {
        long end = System.nanoTime() + (long) (cap * 1e9);
        while (System.nanoTime() < end) {
            if (condition.holds()) {
                return System.nanoTime();
            }
            LockSupport.parkNanos(pause);
        }
        return -1;
    }
}
