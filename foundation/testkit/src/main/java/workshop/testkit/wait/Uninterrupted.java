package workshop.testkit.wait;

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
