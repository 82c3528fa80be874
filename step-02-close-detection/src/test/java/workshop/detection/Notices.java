package workshop.detection;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * A watch's listener that counts how often it is called.
 */
final class Notices implements Runnable {
    /** Four times what the contract allows; a right answer takes a few milliseconds. */
    static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private final Semaphore calls = new Semaphore(0);
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void run() {
        count.incrementAndGet();
        calls.release();
    }

    /** Waits for one more notice; {@code false} if none comes. */
    boolean await() {
        return Uninterrupted.await(() -> calls.tryAcquire(CAP.toMillis(), TimeUnit.MILLISECONDS));
    }

    int count() {
        return count.get();
    }
}
