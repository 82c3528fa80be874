package workshop.detection;

import java.util.List;
import java.util.stream.Stream;

import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

/**
 * A connection whose client follows a script, so that a test can drive its background read step by step.
 */
final class ScriptedConnection {
    private static final String LOCKED = "complete() has not returned while a read is under way. Whoever holds the lock during a"
            + " read lets the handler wait for the client";

    private static final String UNLOCKED = "In read: socket.get() is called without the lock. What it brings goes to arrived, which takes the"
            + " lock for as long as it looks at the fields.";

    private final ScriptedSocket socket = new ScriptedSocket();
    private final BackgroundRead reads = new BackgroundRead(socket);
    private final Notices notices = new Notices();

    /** Some of them. What threads do by chance shows in one of many. */
    static List<ScriptedConnection> many(int count) {
        return Stream.generate(ScriptedConnection::new).limit(count).toList();
    }

    /** Returns when the threads that were started before have begun: a new one has run to its end, and they begin in order. */
    static void awaitStarted() {
        Background.run(() -> { }).awaitEnd();
    }

    ScriptedSocket socket() {
        return socket;
    }

    BackgroundRead reads() {
        return reads;
    }

    Notices notices() {
        return notices;
    }

    /** Has some bytes kept, from a watch that has ended; no read is under way then. */
    ScriptedConnection keeping(int bytes) {
        if (bytes > 0) {
            var watch = openArmed();
            assertThat(socket.awaitReads(1)).as("Reads once a watch is armed").isEqualTo(1);
            complete(watch);
            socket.sends(new byte[bytes]);
            socket.awaitReaderEnd();
        }
        return this;
    }

    /** Has Helidon hold some bytes that nobody has asked for yet. */
    ScriptedConnection withUnread(int bytes) {
        socket.withUnread(bytes);
        return this;
    }

    /** Opens a watch, as a handler does. It is armed some milliseconds later. */
    CloseWatch open() {
        return open(notices);
    }

    /** Opens a watch with a listener of its own. */
    CloseWatch open(Runnable listener) {
        return ScopedValue.where(BackgroundRead.CURRENT, reads).call(() -> CloseWatch.open(listener));
    }

    /** Opens a watch and arms it at once, on this very thread: whether a read starts is decided when this returns. */
    CloseWatch openArmed() {
        return openArmed(notices);
    }

    /** The same, with a listener of its own. */
    CloseWatch openArmed(Runnable listener) {
        var watch = open(listener);
        reads.arm(watch);
        return watch;
    }

    /** Opens a watch, and returns when the ticker has armed it: it arms the oldest first. */
    CloseWatch openLongAgo() {
        var watch = open();
        var later = new ScriptedConnection();
        try (var armedLater = later.open()) {
            assertThat(later.socket().awaitReads(1)).as("Reads once a watch is armed").isEqualTo(1);
        }
        awaitStarted();
        return watch;
    }

    /** Completes on a thread of its own: an answer that holds the lock while it reads would not return. */
    static boolean complete(CloseWatch watch) {
        var completed = Background.run(watch::complete);
        hint(UNLOCKED, () -> completed.result(LOCKED));
        return completed.result(LOCKED);
    }

    /** Somebody asks for the next bytes. */
    NextReader next() {
        return new NextReader(reads, socket);
    }
}
