package workshop.cancellation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * The processors that virtual threads run on, all taken: a virtual thread that is woken does not run before they are free again.
 */
final class OccupiedCarriers implements AutoCloseable {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(1));
    private static final int CARRIERS = Runtime.getRuntime().availableProcessors();

    private final CountDownLatch taken = new CountDownLatch(CARRIERS);
    private volatile boolean free;

    /** Takes them. */
    void take() {
        for (int i = 0; i < CARRIERS; i++) {
            Thread.startVirtualThread(this::occupy);
        }
        Uninterrupted.await(() -> taken.await(CAP.toMillis(), TimeUnit.MILLISECONDS));
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
