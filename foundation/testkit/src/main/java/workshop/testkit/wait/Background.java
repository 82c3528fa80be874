package workshop.testkit.wait;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A call on a thread of its own, so that a test can see it wait, and does not hang with it. Where nothing else is said, a wait for
 * it takes two seconds at the most.
 *
 * @param <T> what the call returns
 */
public final class Background<T> {
    private static final Duration CAP = Duration.ofSeconds(2);

    private final FutureTask<T> task;
    private final Thread thread;

    private Background(Callable<T> call, Thread.Builder kind) {
        this.task = new FutureTask<>(call);
        this.thread = kind.start(task);
    }

    /** Starts a call. */
    public static <T> Background<T> run(Callable<T> call) {
        return new Background<>(call, Thread.ofVirtual());
    }

    /** Starts a call that returns nothing. */
    public static Background<?> run(Runnable call) {
        return run(Executors.callable(call));
    }

    /** Starts a call that returns nothing on a platform thread, for a test that takes all processors from the virtual ones. */
    public static Background<?> runOnPlatformThread(Runnable call) {
        return new Background<>(Executors.callable(call), Thread.ofPlatform().daemon());
    }

    /** Waits until the call waits for something, or has ended. */
    public Background<T> awaitPause() {
        long end = System.nanoTime() + Patience.of(CAP).toNanos();
        while (!isPaused() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return this;
    }

    /** Whether the call waits for something now, or has ended. */
    public boolean isPaused() {
        return switch (state()) {
            case NEW, RUNNABLE -> false;
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> true;
        };
    }

    /** Whether the call waits now, and not longer than for a time that it has set itself. */
    public boolean isPausedForATime() {
        return state() == Thread.State.TIMED_WAITING;
    }

    /** The state of its thread. */
    public Thread.State state() {
        return thread.getState();
    }

    /** Whether the call has returned or thrown. */
    public boolean isDone() {
        return task.isDone();
    }

    /** Waits until the call has ended, or for the longest time; tells whether it has ended. */
    public boolean isDone(Duration cap) {
        return Uninterrupted.await(() -> thread.join(cap));
    }

    /** Waits until the call has ended. */
    public void awaitEnd() {
        isDone(Patience.of(CAP));
    }

    /** Interrupts the thread of the call. */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * Waits for what the call returns, or throws what it throws.
     *
     * @param otherwise what the {@link AssertionError} says if the call does not end in time
     */
    public T result(String otherwise) {
        if (!isDone(Patience.of(CAP))) {
            throw new AssertionError(otherwise);
        }
        if (task.state() == Future.State.SUCCESS) {
            return task.resultNow();
        }
        if (task.exceptionNow() instanceof RuntimeException failure) {
            throw failure;
        }
        throw new AssertionError(task.exceptionNow());
    }
}
