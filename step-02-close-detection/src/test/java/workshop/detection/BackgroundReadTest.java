package workshop.detection;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.OccupiedCarriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.detection.ScriptedConnection.complete;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 02, first half: the background read notices")
@Order(1)
class BackgroundReadTest {
    private static final int BUFFER = 8 * 1024;
    private static final int MANY = 100;
    private static final int SOME = 10;
    private static final int PIECES = 50_000;

    private final ScriptedConnection connection = new ScriptedConnection();
    private final ScriptedSocket socket = connection.socket();
    private final Notices notices = connection.notices();

    @Test
    @Order(1)
    @DisplayName("Given: without a watch, a connection reads on its own thread")
    void readsDirectlyWithoutWatch() {
        socket.sends("request");

        assertThat(connection.reads().get()).asString(StandardCharsets.US_ASCII).isEqualTo("request");
        assertThat(socket.lastReader()).as("The thread that read").isSameAs(Thread.currentThread());
    }

    @Test
    @Order(2)
    @DisplayName("Given: a second watch on the same connection is refused")
    void oneWatchAtATime() {
        try (var first = connection.open()) {
            assertThatThrownBy(connection::open).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open watch already");
        }
    }

    @Test
    @Order(3)
    @DisplayName("Given: a watch outside a watched connection is refused")
    void onlyOnAConnection() {
        assertThatThrownBy(() -> CloseWatch.open(notices)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CloseWatch.selector()");
    }

    @Test
    @Order(4)
    @DisplayName("Given: a request that is over at once is never read ahead of")
    void shortRequestsAreNotReadAhead() {
        ScriptedConnection busy;
        do {
            busy = new ScriptedConnection();
        } while (!allAreOverBeforeTheyAreArmed(busy));

        busy.socket().sends("next request");
        var next = busy.next();
        next.bytes();
        assertThat(next.hasReadItself())
                .as("The connection's own thread reads the next request. A thousand were over before their watch was armed:"
                            + " whoever reads ahead of those as well makes every request pay")
                .isTrue();
    }

    @Exercise(hint = "readAhead starts a virtual thread that runs read(); read() calls socket.get() and hands the result to arrived().")
    @Order(5)
    @DisplayName("While a watch is open, a read waits in the background")
    void readsInTheBackground() {
        try (var watch = connection.open()) {
            assertThat(socket.awaitReads(1))
                    .as("Reads under way while a watch is open. TCP tells that a client has left only to those who read,"
                                + " so somebody has to: asking the socket whether it is connected tells nothing")
                    .isEqualTo(1);
            assertThat(socket.lastReader()).as("The thread that reads; the handler's own has work to do")
                    .isNotSameAs(Thread.currentThread());
            socket.ends();
        }
    }

    @Exercise(hint = "In arrived: bytes == null and no failure is the end of the stream. Tell the open watch (notice()). Nothing comes"
            + " after the end, so there is nothing to read on for.")
    @Order(6)
    @DisplayName("The end of the stream is the notice")
    void endOfStream() {
        try (var watch = connection.open()) {
            socket.ends();

            assertThat(notices.await()).as("A notice after the end of the stream (FIN)").isTrue();
            endsTheReading(socket, "the end of the stream");
            hint("In arrived: tell the watch, and leave it open. close(watch) alone ends it.",
                 () -> assertThatThrownBy(connection::open,
                                          "A second watch beside one that was told that the client has left, and is not completed: it is refused")
                         .isInstanceOf(IllegalStateException.class));
            assertThat(complete(watch)).as("complete() after the client has left").isFalse();
        }
        assertThat(notices.count()).as("Notices for one client that left").isEqualTo(1);
    }

    @Exercise(hint = "A read that fails throws: read() hands the exception to arrived(), which treats it as a client that has left,"
            + " unless socket.closedByServer() says otherwise.")
    @Order(7)
    @DisplayName("A connection that breaks is a notice too")
    void reset() {
        try (var watch = connection.open()) {
            socket.resets();

            assertThat(notices.await())
                    .as("A notice after the connection was reset (RST): the read throws, it does not return null")
                    .isTrue();
            endsTheReading(socket, "a failure");
            assertThat(complete(watch)).as("complete() after the client has left").isFalse();
        }
    }

    private static void endsTheReading(ScriptedSocket socket, String what) {
        assertThat(socket.awaitReaderEnd()).as("Reads, of which the first has found %s. Nothing comes after that: whoever reads on reads"
                                                       + " for ever, as fast as a processor can", what).isEqualTo(1);
    }

    @Exercise(hint = "In arrived: ask socket.closedByServer() before you tell the watch, however the read ended. Ask it then, and not before"
            + " the read: this side may close while the read waits.")
    @Order(8)
    @DisplayName("A connection that the server closes itself is no notice")
    void closedByServer() {
        isNoNotice("the read failed", ScriptedSocket::isClosedHere);
        isNoNotice("the read found the end of the stream", ScriptedSocket::isShutDownHere);
    }

    private static void isNoNotice(String how, Consumer<ScriptedSocket> close) {
        var closed = new ScriptedConnection();
        try (var watch = closed.open()) {
            assertThat(closed.socket().awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
            close.accept(closed.socket());
            hint("In arrived: the stream has ended, whoever has closed it.", () -> endsTheReading(closed.socket(), "that this side has closed"));

            assertThat(complete(watch))
                    .as("complete(): the server closed the connection itself, so the client has not left, although %s", how).isTrue();
        }
        assertThat(closed.notices().count())
                .as("Notices. The server closed the connection itself, and %s because of that: it is not a client that left", how)
                .isZero();
    }

    @Exercise(hint = "In arrived: after complete() there is no watch to tell. The end of the stream then belongs to the next reader.")
    @Order(9)
    @DisplayName("A client that leaves after completion is no notice")
    void afterCompletion() {
        var watch = connection.open();
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);

        assertThat(complete(watch)).as("complete() while the client is still there").isTrue();
        socket.ends();
        socket.awaitReaderEnd();

        assertThat(notices.count())
                .as("Notices. The request was completed before the client left: the end of the stream is then only the"
                            + " end of the connection")
                .isZero();
    }

    @Exercise(hint = "In arrived: reading stays true only while a watch is open. What comes last is kept all the same.")
    @Order(10)
    @DisplayName("Once its watch is completed, the background reads no further")
    void readsNoFurther() {
        var watch = connection.open();
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);
        socket.sends("next request").sends("and more");
        int reads = socket.awaitReaderEnd();

        hint("close(watch): leave the outstanding read alone. It turns out to be the read of the next request.", () ->
                assertThat(socket.isInterrupted()).as("The background read was interrupted when its watch ended. With a real socket, that"
                                                              + " closes the connection, and takes the answer along").isFalse());
        assertThat(reads)
                .as("Reads, of which the first was under way when the request was completed. It has brought bytes since, and nobody watches:"
                            + " whoever reads on reads ahead of a request that does not ask for it")
                .isEqualTo(1);
    }

    @Exercise(hint = "close(watch) and arrived run under the same lock; the listener is called inside it.")
    @Order(11)
    @DisplayName("complete() waits for a listener that is running")
    void completeWaitsForListener() {
        assertCompleteWaits(socket::ends);
    }

    private void assertCompleteWaits(Runnable clientLeaves) {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var watch = connection.open(() -> {
            running.countDown();
            awaitLatch(goOn);
            finished.set(true);
        });
        clientLeaves.run();
        assertThat(awaitLatch(running)).as("The listener is called after the end of the stream").isTrue();

        var completed = Background.run(() -> {
            boolean stillThere = watch.complete();
            return finished.get() && !stillThere;
        }).awaitPause();
        goOn.countDown();

        assertThat(completed.result("complete() has not returned, although the listener has"))
                .as("complete() returned after the listener had finished, and said that the client had left."
                            + " A listener that nobody joins still cleans up while the handler goes on")
                .isTrue();
    }

    @Exercise(hint = "In arrived: bytes go into kept, and notice is given only for the end of the stream. Then read on.")
    @Order(12)
    @DisplayName("Bytes that arrive do not hide a client that leaves after them")
    void bytesThenEnd() {
        try (var watch = connection.open()) {
            socket.sends("\r\n").sends("GET /next HTTP/1.1\r\n");
            assertThat(socket.awaitReads(3))
                    .as("Reads when two pieces have arrived. Whoever stops to read at the first byte is blind from then on: it takes a third"
                                + " read to see the client leave")
                    .isEqualTo(3);
            assertThat(notices.count()).as("Notices: bytes that arrive are the next request, and not a client that left").isZero();
            socket.ends();

            assertThat(notices.await()).as("A notice after some bytes and the end of the stream").isTrue();
        }
        assertThat(notices.count()).as("Notices for one client that left").isEqualTo(1);
    }

    @Exercise(hint = "In readAhead: no second read while `reading` is true, and that is true from the decision on: set it before the thread"
            + " starts. In arrived it stays true only if this thread reads on.")
    @Order(13)
    @DisplayName("There is one read at a time, also where one watch follows another")
    void oneReadAtATime() {
        var connections = ScriptedConnection.many(SOME);
        Background.runOnPlatformThread(() -> {
            try (var carriers = new OccupiedCarriers()) {
                carriers.take(); // no read begins before the second watch is open
                for (var each : connections) {
                    each.openArmed().complete();
                    each.openArmed();
                }
            }
        }).result("A connection does not come back from opening, arming or completing a watch: somebody holds its lock and waits");

        assertThat(connections.getLast().socket().awaitReads(1)).as("Reads of a connection with an armed watch").isPositive();
        ScriptedConnection.awaitStarted();
        assertThat(connections.stream().filter(each -> each.socket().reads() > 1).count())
                .as("Connections, of %d, on which a second read was started while the first was under way, or about to be. The read that"
                            + " outlives its watch is the next watch's; and `reading` is true before the thread that reads has begun", SOME)
                .isZero();
        connections.forEach(each -> each.socket().ends());
    }

    @Exercise(hint = "Each read has a virtual thread of its own: Thread.startVirtualThread. Reads wait, so they can't share a few threads.")
    @Order(14)
    @DisplayName("Each client is noticed, however many there are")
    void manyClients() {
        var connections = ScriptedConnection.many(10 * MANY);
        connections.forEach(ScriptedConnection::openArmed);
        var last = connections.getLast();
        last.socket().ends();
        try {
            assertThat(last.notices().await())
                    .as("A notice for the last of %d clients; the others are still there. A read waits for as long as its client likes:"
                                + " on a fixed number of threads, those clients that come too late have nobody who reads", 10 * MANY)
                    .isTrue();
            assertThat(last.socket().lastReader().isVirtual())
                    .as("The thread that read is a virtual one. A platform thread takes a stack and a thread of the system for each client")
                    .isTrue();
        } finally {
            connections.forEach(each -> each.socket().ends());
        }
    }

    @Exercise(hint = "arrived reads on, and readAhead starts to read, only while unread + kept.size() <= LIMIT. Nothing counts twice:"
            + " unread is what Helidon holds, and arrived leaves it alone.")
    @Order(15)
    @DisplayName("No more than 64 KiB and one buffer are read ahead")
    void bounded() {
        for (int unread : List.of(0, 1, BUFFER, BUFFER + 1, BackgroundRead.LIMIT)) {
            var sender = new ScriptedConnection();
            sender.socket().withUnread(unread);
            for (int i = 0; i < 3 * BackgroundRead.LIMIT / BUFFER; i++) {
                sender.socket().sends(new byte[BUFFER]);
            }
            try (var watch = sender.open()) {
                int allowed = (BackgroundRead.LIMIT - unread) / BUFFER + 1;
                assertThat(sender.socket().awaitReads(allowed)).as("Reads begun while %d bytes are unread", unread).isPositive();
                int read = sender.socket().awaitReaderEnd();
                assertThat(read).as("Reads of 8 KiB each. %s", read > allowed
                        ? "It went on to read with %d bytes unread and %d kept, which is more than 64 KiB together: a client that sends without"
                                .formatted(unread, (read - 1) * BUFFER) + " end must not fill the memory"
                        : "It stopped with %d bytes unread and %d kept, which is within 64 KiB: a client that leaves behind them is not"
                                .formatted(unread, read * BUFFER) + " seen").isEqualTo(allowed);
            }
        }
    }

    @Exercise(hint = "The comparison is <= LIMIT, in readAhead and in arrived: with exactly 64 KiB, one more read waits for the end.")
    @Order(16)
    @DisplayName("Exactly 64 KiB of unread input do not hide a client that leaves")
    void exactlyTheLimit() {
        socket.withUnread(BUFFER);
        for (int i = 1; i < BackgroundRead.LIMIT / BUFFER; i++) {
            socket.sends(new byte[BUFFER]);
        }
        socket.ends();
        try (var watch = connection.open()) {
            assertThat(notices.await())
                    .as("A notice behind 8 KiB that Helidon holds and 56 KiB more: exactly 64 KiB is within the limit")
                    .isTrue();
        }
        var other = new ScriptedConnection();
        other.socket().withUnread(BackgroundRead.LIMIT).ends();
        try (var watch = other.open()) {
            assertThat(other.notices().await())
                    .as("A notice behind 64 KiB that Helidon holds: exactly 64 KiB is within the limit, also before the first read")
                    .isTrue();
        }
    }

    @Exercise(hint = "In arrived: kept.add(bytes) puts the pieces together. A list of them has an array for each.")
    @Order(17)
    @DisplayName("What is kept takes little more memory than its bytes, however small the pieces are")
    void smallPieces() {
        var pieces = new ArrayList<WeakReference<byte[]>>();
        for (int i = 0; i < PIECES; i++) {
            byte[] piece = {(byte) i};
            pieces.add(new WeakReference<>(piece));
            socket.sends(piece);
        }
        try (var watch = connection.open()) {
            hint("read is a loop. A read that calls itself keeps a frame for each piece.",
                 () -> assertThat(socket.awaitReads(PIECES + 1)).as("Reads when %d pieces of one byte have arrived", PIECES).isEqualTo(PIECES + 1));
            System.gc();

            assertThat(pieces.stream().filter(piece -> piece.get() != null).count())
                    .as("Pieces of one byte, of %d, that are still in memory as they came. Each takes as much as twenty bytes: the client decides"
                                + " how small its pieces are, and 64 KiB become more than a megabyte", PIECES)
                    .isLessThan(PIECES / 2);
            socket.ends();
        }
    }

    @Exercise(hint = "readAhead asks the same as arrived before it starts a read: is unread + kept.size() <= LIMIT?")
    @Order(18)
    @DisplayName("Where there is no room, no read is started")
    void noRoom() {
        for (int kept : List.of(0, BackgroundRead.LIMIT / 2, BackgroundRead.LIMIT)) {
            int unread = BackgroundRead.LIMIT - kept;
            var withRoom = new ScriptedConnection().keeping(kept).withUnread(unread);
            int before = withRoom.socket().reads();
            withRoom.openArmed();
            assertThat(withRoom.socket().awaitReads(before + 1) - before)
                    .as("Reads that a second watch starts with %d bytes kept from the first one and %d unread: exactly 64 KiB is within the limit",
                        kept, unread).isEqualTo(1);

            var full = ScriptedConnection.many(MANY);
            full.forEach(each -> each.keeping(kept).withUnread(unread + 1));
            int readsBefore = reads(full);
            full.forEach(ScriptedConnection::openArmed);
            ScriptedConnection.awaitStarted();
            assertThat(reads(full) - readsBefore)
                    .as("Reads that a second watch starts on %d connections, with %d bytes kept from the first one and %d unread. That is more than"
                                + " 64 KiB: what is kept counts, and what Helidon has not read yet, before the first read as well as later%s",
                        MANY, kept, unread + 1, kept == 0 ? "" : ". It came when its watch had been completed: is it kept then, too?").isZero();
        }
    }

    @Exercise(hint = "In arrived: clientGone is set whether a watch is open or not. In readAhead: if it is true, there is nothing to read;"
            + " tell the watch.")
    @Order(19)
    @DisplayName("A client that left before the watch was opened is noticed, too")
    void leftBeforeTheWatch() {
        var first = connection.open();
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(first);
        socket.ends();
        socket.awaitReaderEnd();

        try (var second = connection.open()) {
            assertThat(notices.await())
                    .as("A notice for the second request. Its client had sent it and left while no watch was open: whoever has"
                                + " read the end of the stream has to remember it")
                    .isTrue();
        }
        assertThat(notices.count()).as("Notices: one for the second request, none for the first, which was completed").isEqualTo(1);
        for (int request = 0; request < SOME; request++) { // complete() may find the lock taken for a moment, and then waits in any case
            hint("In readAhead: call watch.notice() itself, under the lock that its caller holds, and on no other thread.",
                 () -> assertCompleteWaits(() -> { }));
        }
    }

    @Exercise(hint = "readAhead starts a read only if !ended; and arrived sets ended however the stream has ended, also where this side has"
            + " closed.")
    @Order(20)
    @DisplayName("After the end of the stream, no read is started")
    void nothingAfterTheEnd() {
        var connections = ScriptedConnection.many(MANY);
        for (var each : connections) {
            each.socket().isClosedHere();
            var first = each.openArmed();
            assertThat(each.socket().awaitReads(1))
                    .as("Reads of the first watch. This side has closed the connection already; the read tells that itself, so whoever asks"
                                + " closedByServer() before it has nothing to wake a reader with").isEqualTo(1);
            each.socket().awaitReaderEnd();
            complete(first);
            each.openArmed();
        }
        ScriptedConnection.awaitStarted();

        assertThat(reads(connections))
                .as("Reads of %d connections. On each, the first read has failed because the server closed it, and then another watch was"
                            + " armed. Nothing is to be read behind the end", MANY).isEqualTo(MANY);
    }

    private static int reads(List<ScriptedConnection> connections) {
        return connections.stream().mapToInt(each -> each.socket().reads()).sum();
    }

    /** A thousand short requests; {@code false} if one was not short, because this thread had to wait for a processor. */
    private static boolean allAreOverBeforeTheyAreArmed(ScriptedConnection busy) {
        for (int i = 0; i < 1000; i++) {
            int opened = ArmingTicker.SHARED.now();
            busy.open().complete();
            if (ArmingTicker.SHARED.now() - opened > 1) {
                return false;
            }
        }
        awaitTicks(3);
        return true;
    }

    /** Waits until whatever was open before is armed. The ticker works only where there are watches. */
    private static void awaitTicks(int ticks) {
        var other = new ScriptedConnection();
        int before = ArmingTicker.SHARED.now();
        long end = System.nanoTime() + Notices.CAP.toNanos();
        while (ArmingTicker.SHARED.now() - before < ticks && System.nanoTime() < end) {
            other.open().complete();
        }
    }

    private static boolean awaitLatch(CountDownLatch latch) {
        try {
            return latch.await(Notices.CAP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
