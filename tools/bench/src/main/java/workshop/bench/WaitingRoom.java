package workshop.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the requests of a contender wait while their client stays or leaves.
 */
final class WaitingRoom {
    private final AtomicInteger arrived = new AtomicInteger();
    private final LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Long> notices = new LinkedBlockingQueue<>();

    /** A handler waits here until it is let go. */
    void await() {
        enter().join();
    }

    /** The same for a server whose handlers must not block: what is returned completes when the request may go. */
    CompletableFuture<Void> enter() {
        var leave = new CompletableFuture<Void>();
        arrived.incrementAndGet();
        waiting.add(leave);
        return leave;
    }

    /** A watch's listener: notes the time of the notice. */
    void clientGone() {
        notices.add(System.nanoTime());
    }

    /** How many requests have come, ever. */
    int arrived() {
        return arrived.get();
    }

    /** Waits for the next request, and returns what lets it go once completed. */
    CompletableFuture<Void> awaitArrival() throws InterruptedException {
        return waiting.take();
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
