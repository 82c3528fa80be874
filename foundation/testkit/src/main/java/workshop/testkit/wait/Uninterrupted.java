package workshop.testkit.wait;

/**
 * A wait on a thread that nobody interrupts while the test goes well.
 */
public final class Uninterrupted {
    private Uninterrupted() {
    }

    /**
     * What waits.
     *
     * @param <T> what it brings
     */
    @FunctionalInterface
    public interface Wait<T> {
        /**
         * Waits.
         *
         * @return what it brings
         * @throws InterruptedException if it is interrupted
         */
        T await() throws InterruptedException;
    }

    /**
     * Waits.
     *
     * @param wait what waits
     * @param <T>  what it brings
     * @return what it brings
     * @throws AssertionError if it is interrupted; so is the thread then
     */
    public static <T> T await(Wait<T> wait) {
        try {
            return wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }
}
