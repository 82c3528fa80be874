package workshop.testkit.wait;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The processors that virtual threads run on, all taken: a virtual thread that is started or woken does not run before they are free
 * again. Whoever waits meanwhile, as a test, is on a platform thread.
 */
public final class OccupiedCarriers implements AutoCloseable {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(1));
    private static final int CARRIERS = Runtime.getRuntime().availableProcessors();

    private final CountDownLatch taken = new CountDownLatch(CARRIERS);
    private volatile boolean free;

    /** Takes them; tells whether they could be had, and are not all held by something that never gives them back. */
    public boolean take() {
        for (int i = 0; i < CARRIERS; i++) {
            Thread.startVirtualThread(this::occupy);
        }
        return Uninterrupted.await(taken, CAP);
    }

    private void occupy() {
        taken.countDown();
        while (!free) {
            Thread.onSpinWait(); // whoever waits or yields gives the carrier away
        }
    }

    @Override
    public void close() {
        free = true;
    }
}
