package workshop.cancellation;

import java.time.Duration;
import java.util.List;

import workshop.plumbing.launch.Work;

/**
 * A part that fails at about the time at which the wait for its end begins.
 */
final class FailingPart implements Work {
    private static final long CAP = Duration.ofMillis(5).toNanos();

    private final Thread creator = Thread.currentThread();
    private final Throwable failure;
    private final int spins;
    private volatile boolean started;

    /**
     * @param failure an exception that is not checked, or an error
     * @param spins   how much later it fails
     */
    FailingPart(Throwable failure, int spins) {
        this.failure = failure;
        this.spins = spins;
    }

    /** The parts of a request that has no other. */
    List<Work> alone() {
        return new Works(this) {
            @Override
            void atEnd() {
                started = true;
            }
        };
    }

    @Override
    public void perform() {
        long end = System.nanoTime() + CAP;
        while (!started && Thread.currentThread() != creator && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException(failure);
        }
    }
}
