package workshop.cancellation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * A part that works until it is interrupted, and then takes its time to stop: until the test says so.
 */
final class Part implements Work {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger interrupts = new AtomicInteger();
    private volatile long interruptedAt;

    @Override
    public void perform() throws InterruptedException {
        begun.countDown();
        try {
            working.await(); // only an interrupt ends this, or the test itself
        } catch (InterruptedException e) {
            interrupts.incrementAndGet();
            interruptedAt = System.nanoTime();
            interrupted.countDown();
            cleanUp();
            throw e;
        }
    }

    boolean awaitBegin() {
        return Uninterrupted.await(begun, CAP);
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    boolean awaitInterrupt() {
        return Uninterrupted.await(interrupted, CAP);
    }

    boolean hasBeenInterrupted() {
        return interrupted.getCount() == 0;
    }

    /** When it was interrupted first, as {@link System#nanoTime()}. */
    long interruptedAt() {
        return interruptedAt;
    }

    void stop() {
        stopping.countDown();
    }

    /** Ends it, interrupted or not, when the test is over: nobody is to wait for it any more, such as in a loop. */
    void end() {
        working.countDown();
        stop();
    }

    int interrupts() {
        return interrupts.get();
    }

    private void cleanUp() {
        while (stopping.getCount() > 0) {
            try {
                stopping.await();
            } catch (InterruptedException e) {
                interrupts.incrementAndGet();
            }
        }
        if (Thread.interrupted()) { // it came after the last wait, and counts as well
            interrupts.incrementAndGet();
        }
    }
}
