package workshop.bench;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the requests of a contender wait while their client stays or leaves.
 */
final class WaitingRoom {
    private final AtomicInteger arrived = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore leaves = new Semaphore(0);
    private final Semaphore departures = new Semaphore(0);
    private final LinkedBlockingQueue<Long> notices = new LinkedBlockingQueue<>();

    /** A handler waits here until it is let go. */
    void await() throws InterruptedException {
        arrived.incrementAndGet();
        arrivals.release();
        leaves.acquire();
        departures.release();
    }

    /** A watch's listener: notes the time of the notice. */
    void clientGone() {
        notices.add(System.nanoTime());
    }

    /** How many requests have come, ever. */
    int arrived() {
        return arrived.get();
    }

    /** Waits for the next request. */
    void awaitArrival() throws InterruptedException {
        arrivals.acquire();
    }

    /** Lets one request go, and returns when it has gone: the next one can't take its leave. */
    void letGo() throws InterruptedException {
        leaves.release();
        departures.acquire();
    }

    /** Drops notices that came too late. */
    void forgetNotices() {
        notices.clear();
    }

    /**
     * Waits for a notice.
     *
     * @return its {@link System#nanoTime()}, or {@code null} if none comes within a second
     */
    Long awaitNotice() throws InterruptedException {
        return notices.poll(1, TimeUnit.SECONDS);
    }
}
