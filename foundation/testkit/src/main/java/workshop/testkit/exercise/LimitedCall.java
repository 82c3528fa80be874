package workshop.testkit.exercise;

import java.time.Duration;

import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * A call of a test's method on a thread of its own.
 *
 * @param <T> what it returns
 */
final class LimitedCall<T> {
    private final Invocation<T> invocation;
    private final Thread thread;
    private T result;
    private Throwable failure;

    private LimitedCall(Invocation<T> invocation) {
        this.invocation = invocation;
        this.thread = Thread.ofPlatform().daemon().name("the test").unstarted(this::call);
    }

    static <T> LimitedCall<T> start(Invocation<T> invocation) {
        var call = new LimitedCall<>(invocation);
        call.thread.start();
        return call;
    }

    /** Waits until it has ended, not longer than the limit; tells whether it has. */
    boolean isDone(Duration limit) throws InterruptedException {
        return thread.join(limit);
    }

    /** What it has returned, or thrown. */
    T result() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    Thread thread() {
        return thread;
    }

    private void call() {
        try {
            result = invocation.proceed();
        } catch (Throwable e) {
            failure = e;
        }
    }
}
