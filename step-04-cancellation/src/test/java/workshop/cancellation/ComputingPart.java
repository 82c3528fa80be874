package workshop.cancellation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Uninterrupted;

/**
 * A part that computes, and waits for nothing: it looks at the flag to see whether it is interrupted, leaves it set, and then takes
 * its time to stop, until the test says so. Meanwhile it has one of the processors that virtual threads run on: whoever interrupts it
 * is better none.
 */
final class ComputingPart implements Work, AutoCloseable {
    /** Whoever computes waits for its turn: on a busy machine it comes late, however impatient the test is. */
    private static final Duration CAP = Duration.ofSeconds(5);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean closed;

    @Override
    public void perform() {
        begun.countDown();
        if (computeUntil(Thread.currentThread()::isInterrupted)) {
            interrupted.countDown();
            computeUntil(() -> stopping);
        }
    }

    boolean awaitBegin() {
        return Uninterrupted.await(begun, CAP);
    }

    boolean awaitInterrupt() {
        return Uninterrupted.await(interrupted, CAP);
    }

    void stop() {
        stopping = true;
    }

    /** Gives the processor back, interrupted or not. */
    @Override
    public void close() {
        closed = true;
    }

    /** Computes until something is so, but not for ever; tells whether it is. */
    private boolean computeUntil(BooleanSupplier end) {
        long giveUp = System.nanoTime() + CAP.toNanos();
        while (!end.getAsBoolean() && !closed && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        return end.getAsBoolean();
    }
}
