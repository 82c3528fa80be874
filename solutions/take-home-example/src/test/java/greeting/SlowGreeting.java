package greeting;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A greeting that takes as long as a test wants.
 */
final class SlowGreeting implements Callable<String> {
    private static final int CAP_SECONDS = 10;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore enough = new Semaphore(0);
    private final Semaphore stopped = new Semaphore(0);

    @Override
    public String call() throws InterruptedException {
        begun.release();
        try {
            enough.acquire();
            return "Good day";
        } catch (InterruptedException e) {
            stopped.release();
            throw e;
        }
    }

    /** Waits until as many are at work. */
    void awaitBegun(int greetings) throws InterruptedException {
        assertThat(begun.tryAcquire(greetings, CAP_SECONDS, TimeUnit.SECONDS))
                .as("%d slow greetings have begun within %d s", greetings, CAP_SECONDS).isTrue();
    }

    /** Waits until one is stopped. */
    void awaitStopped() throws InterruptedException {
        assertThat(stopped.tryAcquire(CAP_SECONDS, TimeUnit.SECONDS))
                .as("the slow greeting is stopped within %d s of its client's leaving: CloseWatch has told its listener", CAP_SECONDS)
                .isTrue();
    }

    /** How many were stopped that no test has waited for. */
    int stopped() {
        return stopped.availablePermits();
    }

    /** Lets as many end. */
    void finish(int greetings) {
        enough.release(greetings);
    }
}
