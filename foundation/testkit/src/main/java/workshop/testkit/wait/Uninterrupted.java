package workshop.testkit.wait;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A wait on a thread that nobody interrupts while the test goes well.
 */
public final class Uninterrupted {
    private Uninterrupted() {
    }

    /** What waits for a {@code T}. */
    @FunctionalInterface
    public interface Wait<T> {
        T await() throws InterruptedException;
    }

    /** Waits until a latch is open, or for the longest time; tells whether it is open. */
    public static boolean await(CountDownLatch latch, Duration cap) {
        return await(() -> latch.await(cap.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits. If the thread is interrupted, it stays so, and an {@link AssertionError} says it. */
    public static <T> T await(Wait<T> wait) {
        try {
            return wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }
}
