package workshop.cancellation;

/**
 * What happens when the current thread is about to start another one: a value that a new thread inherits is asked for by the thread
 * that makes it.
 */
final class WhenThreadsAreMade extends InheritableThreadLocal<Integer> {
    private final Runnable moment;
    private int before;

    /**
     * @param before how many threads are made before
     * @param moment what happens when the next one is made
     */
    WhenThreadsAreMade(int before, Runnable moment) {
        this.before = before;
        this.moment = moment;
        set(before);
    }

    @Override
    protected Integer childValue(Integer value) {
        if (before-- == 0) {
            moment.run(); // makes threads as well, which are later ones
        }
        return value;
    }
}
