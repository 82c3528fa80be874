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
    private static final Duration CAP = Duration.ofSeconds(10);

    private final Queue<CountDownLatch> waiting = new ArrayDeque<>(); // in the order in which their events are seen
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private long passes;
    private int working;

    /**
     * What happened.
     *
     * @param status the status of a request that has ended, or 0 where a handler has begun the work
     */
    private record Event(int status) {
        boolean isWork() {
            return status == 0;
        }
    }

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
        while (true) {
            Event event = next("No handler has performed the work within " + CAP);
            if (event.isWork()) {
                working++;
                return;
            }
            if (working == 0) {
                throw new AssertionError("The handler ended with status " + event.status()
                                                 + " and had not performed the work.");
            }
            working--;
        }
    }

    /**
     * Waits until a request has ended: its handler has returned or thrown.
     *
     * @throws AssertionError if none does
     */
    public void awaitEnd() {
        while (next("The handler has not ended within " + CAP + " although its work has").isWork()) {
            working++;
        }
        working--;
    }

    /**
     * Lets the work of one handler end: of the one that began first.
     */
    public void open() {
        open(1);
    }

    /**
     * Lets all work end, now and from now on.
     */
    public void openForGood() {
        open(Integer.MAX_VALUE);
    }

    void requestEnded(int status) {
        events.add(new Event(status));
    }

    private synchronized CountDownLatch arrive() {
        var gate = new CountDownLatch(1);
        waiting.add(gate);
        events.add(new Event(0));
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

    private Event next(String failure) {
        Event event = Uninterrupted.await(() -> events.poll(CAP.toMillis(), TimeUnit.MILLISECONDS));
        if (event == null) {
            throw new AssertionError(failure);
        }
        return event;
    }
}
