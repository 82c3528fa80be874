package workshop.cancellation;

import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * A part that lets a test in while it is interrupted: on the thread that interrupts, and before that one goes on. It is at work on
 * a channel, which whoever interrupts has to close.
 */
final class InterruptedPart extends AbstractInterruptibleChannel implements Work {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Runnable meanwhile;
    private volatile Thread thread;
    private volatile boolean stopped;

    /**
     * @param meanwhile what happens while the part is interrupted
     */
    InterruptedPart(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** A part that has stopped when the call that interrupts it returns. */
    static InterruptedPart stopsMeanwhile() {
        return new InterruptedPart(() -> { });
    }

    @Override
    public void perform() {
        thread = Thread.currentThread();
        begin();
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            // that is how it ends; not with end(), which waits for whoever closes the channel
        }
    }

    boolean awaitBegin() {
        return Uninterrupted.await(begun, CAP);
    }

    boolean awaitInterrupt() {
        return Uninterrupted.await(interrupted, CAP);
    }

    /** Whether its thread had ended before the call that interrupts it returned. */
    boolean hasStoppedMeanwhile() {
        return stopped;
    }

    /** Called by whoever interrupts: has the part end, waits for that, and lets the test in. */
    @Override
    protected void implCloseChannel() {
        end.countDown();
        awaitStopped();
        stopped = !thread.isAlive();
        meanwhile.run();
        interrupted.countDown();
    }

    private void awaitStopped() {
        long giveUp = System.nanoTime() + CAP.toNanos();
        while (thread.isAlive() && System.nanoTime() < giveUp) {
            Thread.yield(); // the thread that interrupts may itself be interrupted, so it can't wait
        }
    }
}
