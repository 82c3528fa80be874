package workshop.testkit.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Uninterrupted;

/**
 * Work that waits at a gate: a test knows when a handler has begun to work, and decides when the work ends.
 */
public final class GatedWork implements Work {
    private static final Duration CAP = Duration.ofSeconds(8);
    private static final String WORK = "";

    private final Queue<CountDownLatch> waiting = new ArrayDeque<>(); // in the order in which their events are seen
    /** How each request that has ended did so, and {@link #WORK} for each handler that has begun the work. */
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private long passes;
    private int working;

    @Override
    public void perform() throws InterruptedException {
        arrive().await();
    }

    /**
     * Waits until one more handler has begun to work.
     *
     * @throws AssertionError if a request ends before its handler performs the work, or none arrives
     */
    public void awaitWork() {
        String failure = "No handler has performed the work within %d s".formatted(CAP.toSeconds());
        for (String event = next(failure); !event.equals(WORK); event = next(failure)) {
            if (working == 0) {
                throw new AssertionError("The handler ended with %s and had not performed the work.".formatted(event));
            }
            working--;
        }
        working++;
    }

    /** Waits until a request has ended: its handler has returned or thrown. An {@link AssertionError} if none does. */
    public void awaitEnd() {
        while (next("The handler has not ended within %d s although its work has".formatted(CAP.toSeconds())).equals(WORK)) {
            working++;
        }
        working--;
    }

    /** How many handlers have begun to work and not ended, as far as has been waited for. */
    public int working() {
        return working;
    }

    /** Lets the work of one handler end: of the one that began first. */
    public void open() {
        open(1);
    }

    /** Lets all work end, now and from now on. */
    public void openForGood() {
        open(Integer.MAX_VALUE);
    }

    void requestEnded(String how) {
        events.add(how);
    }

    private synchronized CountDownLatch arrive() {
        var gate = new CountDownLatch(1);
        waiting.add(gate);
        events.add(WORK);
        letPass();
        return gate;
    }

    private synchronized void open(long more) {
        passes += more;
        letPass();
    }

    private void letPass() {
        while (passes > 0 && !waiting.isEmpty()) {
            passes--;
            waiting.remove().countDown();
        }
    }

    private String next(String failure) {
        String event = Uninterrupted.await(() -> events.poll(CAP.toMillis(), TimeUnit.MILLISECONDS));
        if (event == null) {
            throw new AssertionError(failure);
        }
        return event;
    }
}
