package workshop.cancellation;

import java.util.concurrent.ForkJoinWorkerThread;

/**
 * What happens when the current thread is about to start another one: a value that a new thread inherits is asked for by the thread
 * that makes it.
 */
final class WhenThreadsAreMade extends InheritableThreadLocal<Integer> {
    private static final String FORK_JOIN = ForkJoinWorkerThread.class.getName();

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
        if (!isForVirtualThreads() && before-- == 0) {
            moment.run(); // makes threads as well, which are later ones
        }
        return value;
    }

    /** Whether the new thread is one that virtual threads run on: it is made now and then by whoever starts one of them. */
    private static boolean isForVirtualThreads() {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(FORK_JOIN)));
    }
}
