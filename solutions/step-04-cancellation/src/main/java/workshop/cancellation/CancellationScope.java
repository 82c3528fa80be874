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

    // tag::solution[]
    /**
     * Runs all parts at once, and returns when every one of them has stopped, done or cancelled.
     *
     * @param work     the parts
     * @param deadline when the work is cancelled if it still goes on, as {@link System#nanoTime()}
     */
    void run(List<Work> work, long deadline) {
        start(work);
        try {
            awaitEnd(deadline);
        } catch (InterruptedException e) {
            cancel(Outcome.SHUTDOWN); // Helidon interrupts handlers when its grace period is over
        }
        joinAll();
    }

    private void joinAll() {
        for (Thread part : parts) {
            while (part.isAlive()) {
                try {
                    part.join();
                } catch (InterruptedException e) {
                    // decided already, so keep waiting: nothing is removed beside a part that runs
                }
            }
        }
    }

    /** Decides to cancel, and interrupts all parts; {@code false} if the request has been decided already. */
    boolean cancel(Outcome cause) {
        if (!outcome.compareAndSet(null, cause)) {
            return false;
        }
        interruptAll();
        return true;
    }

    private void awaitEnd(long deadline) throws InterruptedException {
        for (Thread part : parts) {
            if (!part.join(Duration.ofNanos(deadline - System.nanoTime()))) {
                cancel(Outcome.DEADLINE);
                return;
            }
        }
    }
    // end::solution[]

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
