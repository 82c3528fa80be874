package workshop.testkit.wait;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A call on a thread of its own, so that a test can see it wait, and does not hang with it.
 *
 * @param <T> what the call returns
 */
public final class Background<T> {
    private static final Duration CAP = Duration.ofSeconds(2);

    private final FutureTask<T> task;
    private final Thread thread;

    private Background(Callable<T> call) {
        this.task = new FutureTask<>(call);
        this.thread = Thread.ofVirtual().start(task);
    }

    /**
     * Starts a call.
     *
     * @param call what to do
     * @param <T>  what it returns
     * @return the call; it runs
     */
    public static <T> Background<T> run(Callable<T> call) {
        return new Background<>(call);
    }

    /**
     * Starts a call that returns nothing.
     *
     * @param call what to do
     * @return the call; it runs
     */
    public static Background<?> run(Runnable call) {
        return run(Executors.callable(call));
    }

    /**
     * Waits until the call waits for something, or has ended; not longer than two seconds.
     *
     * @return this call
     */
    public Background<T> awaitPause() {
        long end = System.nanoTime() + Patience.of(CAP).toNanos();
        while (isRunning() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return this;
    }

    /**
     * @return whether the call waits for something now, or has ended
     */
    public boolean isPaused() {
        return !isRunning();
    }

    /**
     * @return whether the call waits now, and not longer than for a time that it has set itself
     */
    public boolean isPausedForATime() {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    /**
     * @return whether the call has returned or thrown
     */
    public boolean isDone() {
        return task.isDone();
    }

    /**
     * Waits until the call has ended, or for the longest time.
     *
     * @param cap the longest time to wait
     * @return whether the call has ended
     */
    public boolean isDone(Duration cap) {
        return Uninterrupted.await(() -> thread.join(cap));
    }

    /**
     * Waits until the call has ended, not longer than two seconds.
     */
    public void awaitEnd() {
        Uninterrupted.await(() -> thread.join(Patience.of(CAP)));
    }

    /**
     * Interrupts the thread of the call.
     */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * What the call returns or throws.
     *
     * @param otherwise what the failure says if the call does not end in time
     * @return what the call returns
     * @throws AssertionError if it does not end within two seconds
     */
    public T result(String otherwise) {
        if (!Uninterrupted.await(() -> thread.join(Patience.of(CAP)))) {
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

    private boolean isRunning() {
        return switch (thread.getState()) {
            case NEW, RUNNABLE -> true;
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> false;
        };
    }
}
