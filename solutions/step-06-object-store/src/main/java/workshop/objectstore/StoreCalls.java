package workshop.objectstore;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to the store. Each has up to {@value #TRIES} tries, with growing pauses between them.
 * <p>
 * A try has a virtual thread of its own: there, an interrupt ends whatever the client library waits for. The library's own
 * time-outs may swallow an interrupt, and its own tries would go on after it.
 */
final class StoreCalls {
    /** How often a call is tried. */
    static final int TRIES = 3;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration limit;

    /**
     * @param limit how long one try may take
     */
    StoreCalls(Duration limit) {
        this.limit = limit;
    }

    /**
     * Makes a call. When this returns or throws, no try of it is under way any more: on this side, that is. What a try has
     * asked for may still reach the store.
     *
     * @param what what the store is asked to do, for messages
     * @throws StoreFailure if the last try has failed, or this thread is interrupted; it stays interrupted then
     */
    <T> T perform(String what, Callable<T> call) {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException("before anything was asked for");
            }
            for (int again = 1; again < TRIES; again++) {
                try {
                    return once(what, call);
                } catch (StoreFailure e) {
                    if (!e.mayPass()) {
                        throw e;
                    }
                }
                Thread.sleep(PAUSE.multipliedBy(again));
            }
            return once(what, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailure.noAnswer(what, e);
        }
    }

    /** Makes several calls as one try: within the limit, all of them together. */
    void performOnce(String what, Runnable calls) {
        try {
            once(what, Executors.callable(calls));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailure.noAnswer(what, e);
        }
    }

    // tag::solution[]
    /** One try. It is over when this returns: after the limit at the latest, or when nobody waits for it any more. */
    private <T> T once(String what, Callable<T> call) throws InterruptedException {
        var task = new FutureTask<>(call);
        var thread = Thread.startVirtualThread(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw StoreFailure.of(what, e.getCause());
        } catch (TimeoutException e) {
            throw StoreFailure.noAnswer(what, e);
        } finally {
            thread.interrupt();
            join(thread);
        }
    }
    // end::solution[]

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // its end is near: it has been interrupted, too
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
