package workshop.clients;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import workshop.testkit.wait.Background;

/**
 * A way in which the user of a client stops to wait for an answer.
 *
 * @param words   what the user does, in AsciiDoc
 * @param start   sends a request
 * @param earlier how often the user has done it before, each time with one more request
 * @param more    how many requests the user sends besides, which are at work when this one has ended
 */
record WayToGiveUp(String words, Start start, int earlier, int more) {
    private static final Duration CAP = Duration.ofSeconds(10);

    /** With one request, and no more. */
    WayToGiveUp(String words, Start start) {
        this(words, start, 0, 0);
    }

    /** How a request begins that is given up in this way. */
    interface Start {
        /** Sends it; returns what gives it up, and returns when nobody waits for the answer any more. */
        GivingUp request(URI uri) throws Exception;
    }

    /** What gives up a request. */
    interface GivingUp {
        /** Stops to wait for the answer. */
        void now() throws Exception;
    }

    /** A call with a limit of its own. */
    interface Call {
        /** Asks, and waits for the answer. */
        Object request(URI uri) throws Exception;
    }

    /** A call that does not wait. */
    interface Asynchronous {
        /** Asks, and returns the answer to come. */
        Future<?> request(URI uri) throws Exception;
    }

    /** A call that does not wait, and whose future fails when its time is over. */
    interface Impatient {
        /** Asks, and returns the answer to come, or the failure. */
        CompletableFuture<?> request(URI uri) throws Exception;
    }

    /** The call ends by itself, without an answer. */
    static WayToGiveUp byItself(String words, Call call) {
        return ended(words, call, _ -> { });
    }

    /** Somebody interrupts the virtual thread that waits: the call ends. */
    static WayToGiveUp interrupted(Call call) {
        return ended("interrupt of a virtual thread", call, Background::interrupt);
    }

    private static WayToGiveUp ended(String words, Call call, Consumer<Background<?>> act) {
        return new WayToGiveUp(words, uri -> {
            var waits = Background.run(() -> call.request(uri));
            return () -> {
                act.accept(waits);
                endsWithoutAnswer(words, waits);
            };
        });
    }

    /** The future that somebody waits for fails when its time is over, and nobody does anything else. */
    static WayToGiveUp timesOut(String words, Impatient call) {
        return new WayToGiveUp(words, uri -> {
            CompletableFuture<?> answer = call.request(uri);
            return () -> answer.handle((_, timeout) -> timeout).get();
        });
    }

    /** Somebody interrupts the platform thread that waits, which is what {@code Future.cancel(true)} does in a pool. */
    static WayToGiveUp interruptedPlatformThread(Call call) {
        return new WayToGiveUp("interrupt of a platform thread, as by `Future.cancel(true)` in a pool", uri -> {
            var waits = new FutureTask<>(() -> call.request(uri));
            Thread thread = Thread.ofPlatform().daemon().start(waits);
            return () -> {
                awaitPause(thread);
                waits.cancel(true);
            };
        });
    }

    /** The thread that waits for a future waits no longer, and does nothing else. */
    static WayToGiveUp waitsNoLonger(Asynchronous call) {
        return new WayToGiveUp("`get(timeout)` of the future, and no `cancel`", uri -> {
            Future<?> answer = call.request(uri);
            return () -> {
                try {
                    throw new AssertionError("There is an answer: " + answer.get(JvmClient.LIMIT.toMillis(), TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    // that is how it gives up
                }
            };
        });
    }

    private static void endsWithoutAnswer(String words, Background<?> call) {
        if (!call.isDone(CAP)) {
            throw new AssertionError("%s: the call still waits after %s".formatted(words, CAP));
        }
        Object answer;
        try {
            answer = call.result(words);
        } catch (RuntimeException | AssertionError e) {
            return; // that is how it gives up
        }
        throw new AssertionError("%s: the call has returned %s".formatted(words, answer));
    }

    /** Waits until a platform thread waits for an answer, in whichever way. */
    private static void awaitPause(Thread thread) {
        long end = System.nanoTime() + CAP.toNanos();
        while (System.nanoTime() < end && !waits(thread)) {
            Thread.onSpinWait();
        }
    }

    /** A thread that reads from a socket counts as running. */
    private static boolean waits(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> stack.length > 0 && (stack[0].getClassName().equals("sun.nio.ch.Net") || stack[0].getMethodName().equals("read0"));
        };
    }
}
