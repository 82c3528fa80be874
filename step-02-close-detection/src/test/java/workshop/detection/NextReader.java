package workshop.detection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;

import static workshop.testkit.exercise.Hint.hint;

/**
 * Whoever asks a connection for the next bytes, as Helidon does: on a thread of its own, so that a test does not wait with it.
 * Where none come, it looks at the connection and says what can be seen, and what may be the reason.
 */
final class NextReader {
    private static final Duration TIME_TO_WAKE = Patience.of(Duration.ofMillis(200));

    private final BackgroundRead connection;
    private final ScriptedSocket socket;
    private final Background<?> call;
    private volatile Thread thread;
    private volatile byte[] bytes;
    private volatile RuntimeException failure;

    NextReader(BackgroundRead connection, ScriptedSocket socket) {
        this.connection = connection;
        this.socket = socket;
        this.call = Background.run(() -> {
            thread = Thread.currentThread();
            try {
                bytes = connection.get();
            } catch (RuntimeException e) {
                failure = e;
            }
        });
    }

    /** Somebody asks the same connection once more. */
    NextReader again() {
        return new NextReader(connection, socket);
    }

    /** Waits until it waits, or has its bytes. */
    NextReader awaitPause() {
        call.awaitPause();
        return this;
    }

    /** Waits until it has its bytes, but not forever; whether it has. */
    boolean awaitEnd() {
        call.awaitEnd();
        return call.isDone();
    }

    boolean isDone() {
        return call.isDone();
    }

    /** Whether it waits at the door of a synchronized block. */
    boolean isBlocked() {
        return call.state() == Thread.State.BLOCKED;
    }

    /** Waits until it has been woken, and wants the lock back, which the caller holds; not for long: it may wait for another one. */
    void awaitWoken() {
        long end = System.nanoTime() + TIME_TO_WAKE.toNanos();
        while (!isBlocked() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Waits until somebody has to wake it, or it has ended; its state then, or when the time is over. */
    Thread.State awaitSleep() {
        long end = System.nanoTime() + Notices.CAP.toNanos();
        Thread.State state = call.state();
        while (state != Thread.State.WAITING && state != Thread.State.TERMINATED && System.nanoTime() < end) {
            Thread.onSpinWait();
            state = call.state();
        }
        return state;
    }

    void interrupt() {
        call.interrupt();
    }

    /** Whether it was the last one to read the socket. */
    boolean hasReadItself() {
        return socket.lastReader() == thread;
    }

    /**
     * @return what it gets, {@code null} at the end of the stream
     * @throws AssertionError if it gets an exception, or still waits after two seconds
     */
    byte[] bytes() {
        RuntimeException failure = failure();
        if (failure != null) {
            throw new AssertionError("The next reader has got an exception, and no bytes: " + failure + ". What was sent before comes first",
                                     failure);
        }
        return bytes;
    }

    /**
     * @return the exception that it gets, {@code null} if it gets something else
     * @throws AssertionError if it still waits after two seconds
     */
    RuntimeException failure() {
        if (!awaitEnd()) {
            String reason = reason();
            if (call.isDone()) {
                hint("In arrived: notifyAll() comes last, whatever has arrived and whether more is to be read or not.", () -> fail(reason));
            }
            fail(reason);
        }
        return failure;
    }

    private static void fail(String reason) {
        throw new AssertionError("The next reader has got nothing. " + reason);
    }

    /**
     * @return the text that it gets
     * @throws AssertionError if it still waits after two seconds, or is told that the stream has ended
     */
    String text() {
        byte[] bytes = bytes();
        if (bytes == null) {
            throw new AssertionError("The next reader got null, which is the end of the stream, but the client has sent bytes and they are"
                                             + " still to be handed over. What is kept comes before the end");
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private String reason() {
        if (socket.isReadBy(thread)) {
            return socket.isReadByTwo()
                    ? "It reads the socket itself, beside a read in the background, and that one gets what the client sends. Where a read is"
                            + " under way, next() waits for it"
                    : "It reads the socket itself, but what the client sent has been read before, in the background. Possible reasons: next()"
                            + " does not hand over what is kept; arrived() has not kept the bytes, or not remembered the end";
        }
        if (isBlocked()) {
            return "It waits for the lock. Somebody holds it and does not come back: the lock is not for a read, nor for a wait other"
                    + " than await()";
        }
        if (!socket.isRead() && socket.hasMore() && !socket.hasEnded()) {
            return "The client has sent more, and nobody reads it: the next reader waits, and no read is under way. Possible reasons: "
                    + (socket.unread() > 0 ? "what it has consumed still counts as unread, so that there seems to be no room; " : "")
                    + "next() waits under an open watch without having started a read; `reading` is still true although that read has"
                    + " returned, or was never begun";
        }
        return getsItOnceWoken()
                ? "What it waits for was there, but nobody has woken it: it came to itself only when this test called notifyAll()."
                        + " Whatever a read brings, bytes or the end, is news for who waits"
                : "All that the client sent has been read, and to wake the next reader changes nothing: it goes on waiting. "
                        + (socket.hasEnded() ? "The stream has ended: that has to be remembered, and to end the wait, whether a watch is open or not"
                                : "Possible reasons: arrived() has not kept the bytes; next() waits although something is kept");
    }

    private boolean getsItOnceWoken() {
        synchronized (connection) {
            connection.notifyAll();
        }
        return awaitEnd();
    }
}
