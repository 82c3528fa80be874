package workshop.bench.workload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The requests of a server that wait while their client stays or leaves, and the notices that one has left.
 */
public final class PendingRequests {
    private final LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Long> notices = new LinkedBlockingQueue<>();

    /** A handler waits here until it is let go. */
    public void await() {
        enter().join();
    }

    /** The same for a server whose handlers must not block: what is returned completes when the request may go. */
    public CompletableFuture<Void> enter() {
        var leave = new CompletableFuture<Void>();
        waiting.add(leave);
        return leave;
    }

    /** A watch's listener: notes the time of the notice. */
    public void clientGone() {
        notices.add(System.nanoTime());
    }

    /** How many requests have come, and were not taken by {@link #awaitArrival()}. */
    public int arrived() {
        return waiting.size();
    }

    /** Waits for the next request, and returns what lets it go once completed. */
    public CompletableFuture<Void> awaitArrival() throws InterruptedException {
        return waiting.take();
    }

    /** Drops notices that came too late. */
    public void forgetNotices() {
        notices.clear();
    }

    /**
     * Waits for a notice.
     *
     * @return its {@link System#nanoTime()}, or {@code null} if none comes within a second
     */
    public Long awaitNotice() throws InterruptedException {
        return notices.poll(1, TimeUnit.SECONDS);
    }
}
