package workshop.cancellation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import workshop.plumbing.launch.Work;

/**
 * The parts of one request's work, each on a virtual thread of its own, and the one decision on how the request ends.
 * <p>
 * Whatever cancels the work goes the same way: the first cause is recorded, all parts are interrupted, and {@link #run}
 * returns only when the last of them has stopped. Then nobody is left who could write to what is removed.
 */
final class CancellationScope {
    private final AtomicReference<Outcome> outcome = new AtomicReference<>();
    private final List<Thread> parts = new ArrayList<>();
    private volatile Throwable failure;

    /** How the request ends, or {@code null} while that is open. */
    Outcome outcome() {
        return outcome.get();
    }

    /** Why the work failed, or {@code null}. */
    Throwable failure() {
        return failure;
    }

    /** Decides to commit; {@code false} if the work is cancelled already. */
    boolean commit() {
        return outcome.compareAndSet(null, Outcome.COMMITTED);
    }

    /**
     * Runs all parts at once, and returns when every one of them has stopped, done or cancelled.
     *
     * @param work     the parts
     * @param deadline when the work is cancelled if it still goes on, as {@link System#nanoTime()}
     */
    void run(List<Work> work, long deadline) {
        // TODO step 04, 1 of 4: start all parts, wait for their end, and join them all. An interrupt
        //  of this thread, while it waits, says that the server stops: that is the cause.
        for (Work part : work) {
            if (outcome.get() == null) {
                perform(part);
            }
        }
    }

    private void joinAll() {
        // TODO step 04, 2 of 4: join each part, whatever is decided, and whoever interrupts this thread.
    }

    /** Decides to cancel, and interrupts all parts; {@code false} if the request has been decided already. */
    boolean cancel(Outcome cause) {
        // TODO step 04, 3 of 4: whoever decides interrupts all parts. Who comes second does nothing.
        return outcome.compareAndSet(null, cause);
    }

    private void awaitEnd(long deadline) throws InterruptedException {
        // TODO step 04, 4 of 4: join each part, for as long as the time until the deadline allows. When no time is left,
        //  cancel.
    }

    private synchronized void start(List<Work> work) {
        try {
            for (Work part : work) {
                if (outcome.get() == null) {
                    parts.add(Thread.startVirtualThread(() -> perform(part)));
                }
            }
        } catch (Throwable e) {
            fail(e); // those that have been started are interrupted, and joined
        }
    }

    private synchronized void interruptAll() {
        parts.forEach(Thread::interrupt);
    }

    private void perform(Work part) {
        try {
            part.perform();
        } catch (Throwable e) {
            fail(e); // after a cancellation, this changes nothing
        }
    }

    /** Decides that the work has failed, unless the request has been decided already. */
    void fail(Throwable e) {
        if (cancel(Outcome.FAILED)) {
            failure = e;
        }
    }
}
