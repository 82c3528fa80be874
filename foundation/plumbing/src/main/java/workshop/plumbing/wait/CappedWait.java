package workshop.plumbing.wait;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A wait for what other threads do and announce with {@link Object#notifyAll()}, but not forever.
 * <p>
 * It does not say how it ended: who waits looks at what holds then, and has words of its own for it. Libraries such as
 * Awaitility look again and again, and throw words of theirs.
 */
public final class CappedWait {
    private CappedWait() {
    }

    /** Waits until something holds, or for the longest time. The calling thread holds the monitor that those who change it notify. */
    public static void until(Object monitor, Duration cap, BooleanSupplier holds) {
        long end = System.nanoTime() + cap.toNanos();
        try {
            for (long left = cap.toNanos(); left > 0 && !holds.getAsBoolean(); left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
