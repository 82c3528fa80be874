package workshop.cancellation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import workshop.plumbing.launch.Work;

/** Gives each part the time that is meant for all. */
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
        var time = Duration.ofNanos(deadline - System.nanoTime());
        for (Thread part : parts) {
            if (!part.join(time)) {
                cancel(Outcome.DEADLINE);
                return;
            }
        }
    }

    private synchronized void start(List<Work> work) {
        for (Work part : work) {
            if (outcome.get() == null) {
                parts.add(Thread.startVirtualThread(() -> perform(part)));
            }
        }
    }

    private synchronized void interruptAll() {
        parts.forEach(Thread::interrupt);
    }

    private void perform(Work part) {
        try {
            part.perform();
        } catch (Exception e) {
            fail(e); // after a cancellation, this changes nothing
        }
    }

    /** Decides that the work has failed, unless the request has been decided already. */
    void fail(Exception e) {
        if (cancel(Outcome.FAILED)) {
            failure = e;
        }
    }
}
