package workshop.cancellation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private int running;
    private Throwable failure;

    /** How the request ends, or {@code null} while that is open. */
    Outcome outcome() {
        return outcome.get();
    }

    /** Why the work failed, or {@code null}. */
    synchronized Throwable failure() {
        return failure;
    }

    /** Decides to commit; {@code false} if the work is cancelled already. */
    boolean commit() {
        return outcome.compareAndSet(null, Outcome.COMMITTED);
    }

    // tag::solution[]
    /** Decides to cancel, and interrupts all parts; {@code false} if the request has been decided already. */
    synchronized boolean cancel(Outcome cause) {
        if (!outcome.compareAndSet(null, cause)) {
            return false;
        }
        parts.forEach(Thread::interrupt); // the last one to stop wakes up the thread that waits
        return true;
    }

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

    private synchronized void awaitEnd(long deadline) throws InterruptedException {
        while (running > 0 && outcome.get() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                cancel(Outcome.DEADLINE);
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private synchronized void joinAll() {
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                cancel(Outcome.SHUTDOWN); // and keep waiting: nothing is removed beside a part that runs
            }
        }
    }
    // end::solution[]

    private synchronized void start(List<Work> work) {
        for (Work part : work) {
            if (outcome.get() == null) {
                running++;
                parts.add(Thread.startVirtualThread(() -> perform(part)));
            }
        }
    }

    private void perform(Work part) {
        try {
            part.perform();
        } catch (Exception e) {
            fail(e); // after a cancellation, this changes nothing
        } finally {
            ended();
        }
    }

    /** Decides that the work has failed, unless the request has been decided already. */
    synchronized void fail(Exception e) {
        if (cancel(Outcome.FAILED)) {
            failure = e;
        }
    }

    private synchronized void ended() {
        running--;
        if (running == 0) {
            notifyAll();
        }
    }
}
