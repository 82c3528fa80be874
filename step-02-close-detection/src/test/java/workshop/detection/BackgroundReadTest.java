package workshop.detection;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.helidon.webserver.CloseConnectionException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 02, the background read alone")
@Order(1)
class BackgroundReadTest {
    private static final int BUFFER = 8 * 1024;
    private static final String NOTHING_READ = "The next reader got nothing: bytes were dropped, or taken by another read";

    private final ScriptedSocket socket = new ScriptedSocket();
    private final BackgroundRead connection = new BackgroundRead(socket);
    private final Notices notices = new Notices();

    @Test
    @Order(1)
    @DisplayName("Given: without a watch, a connection reads on its own thread")
    void readsDirectlyWithoutWatch() {
        socket.sends("request");

        assertThat(connection.get()).asString(StandardCharsets.US_ASCII).isEqualTo("request");
        assertThat(socket.lastReader()).as("The thread that read").isSameAs(Thread.currentThread());
    }

    @Test
    @Order(2)
    @DisplayName("Given: a second watch on the same connection is refused")
    void oneWatchAtATime() {
        try (var first = open(notices)) {
            assertThatThrownBy(() -> open(notices)).isInstanceOf(IllegalStateException.class)
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
        ScriptedSocket quiet;
        BackgroundRead busy;
        do {
            quiet = new ScriptedSocket();
            busy = new BackgroundRead(quiet);
        } while (!allAreOverBeforeTheyAreArmed(busy));

        quiet.sends("next request");
        assertThat(readsOnItsOwnThread(busy, quiet))
                .as("The connection's own thread reads the next request. A thousand were over before their watch was armed:"
                            + " whoever reads ahead of those as well makes every request pay")
                .isTrue();
    }

    @Exercise(hint = "readAhead starts a virtual thread that runs read(); read() calls socket.get() and hands the result to arrived().")
    @Order(5)
    @DisplayName("While a watch is open, a read waits in the background")
    void readsInTheBackground() {
        try (var watch = open(notices)) {
            assertThat(socket.awaitReads(1))
                    .as("Reads under way while a watch is open. TCP tells that a client has left only to those who read,"
                                + " so somebody has to: asking the socket whether it is connected tells nothing")
                    .isEqualTo(1);
            assertThat(socket.lastReader()).as("The thread that reads; the handler's own has work to do")
                    .isNotSameAs(Thread.currentThread());
            socket.ends();
        }
    }

    @Exercise(hint = "In arrived: bytes == null and no failure is the end of the stream. Tell the open watch.")
    @Order(6)
    @DisplayName("The end of the stream is the notice")
    void endOfStream() {
        try (var watch = open(notices)) {
            socket.ends();

            assertThat(notices.await()).as("A notice after the end of the stream (FIN)").isTrue();
            assertThat(watch.complete()).as("complete() after the client has left").isFalse();
        }
        assertThat(notices.count()).as("Notices for one client that left").isEqualTo(1);
    }

    @Exercise(hint = "In arrived: a failure is a client that has left, too, unless socket.closedByServer() says otherwise.")
    @Order(7)
    @DisplayName("A connection that breaks is a notice too")
    void reset() {
        try (var watch = open(notices)) {
            socket.resets();

            assertThat(notices.await())
                    .as("A notice after the connection was reset (RST): the read throws, it does not return null")
                    .isTrue();
            assertThat(watch.complete()).as("complete() after the client has left").isFalse();
        }
    }

    @Exercise(hint = "In arrived: ask socket.closedByServer() before you tell the watch, however the read ended.")
    @Order(8)
    @DisplayName("A connection that the server closes itself is no notice")
    void closedByServer() {
        isNoNotice("the read failed", socket.isClosedHere());
        isNoNotice("the read found the end of the stream", new ScriptedSocket().isShutDownHere());
    }

    private void isNoNotice(String how, ScriptedSocket closed) {
        try (var watch = open(new BackgroundRead(closed), notices)) {
            assertThat(closed.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
            closed.awaitReaderEnd();

            assertThat(watch.complete())
                    .as("complete(): the server closed the connection itself, so the client has not left, although %s", how).isTrue();
        }
        assertThat(notices.count())
                .as("Notices. The server closed the connection itself, and %s because of that: it is not a client that left", how)
                .isZero();
    }

    @Exercise(hint = "In arrived: after complete() there is no watch to tell. The end of the stream then belongs to the next reader.")
    @Order(9)
    @DisplayName("A client that leaves after completion is no notice")
    void afterCompletion() {
        var watch = open(notices);
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);

        assertThat(complete(watch)).as("complete() while the client is still there").isTrue();
        socket.ends();
        socket.awaitReaderEnd();

        assertThat(notices.count())
                .as("Notices. The request was completed before the client left: the end of the stream is then only the"
                            + " end of the connection")
                .isZero();
    }

    @Exercise(hint = "close(watch) and arrived run under the same lock; the listener is called inside it.")
    @Order(10)
    @DisplayName("complete() waits for a listener that is running")
    void completeWaitsForListener() {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var watch = open(() -> {
            running.countDown();
            awaitLatch(goOn);
            finished.set(true);
        });
        socket.ends();
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
    @Order(11)
    @DisplayName("Bytes that arrive do not hide a client that leaves after them")
    void bytesThenEnd() {
        try (var watch = open(notices)) {
            socket.sends("\r\n").sends("GET /next HTTP/1.1\r\n").ends();

            assertThat(notices.await())
                    .as("A notice after some bytes and the end of the stream. Whoever stops to read at the first byte is"
                                + " blind from then on")
                    .isTrue();
        }
        assertThat(notices.count()).as("Notices: bytes are not a client that left").isEqualTo(1);
    }

    @Exercise(hint = "In arrived: reading = false and notifyAll(). In next, inside synchronized (this): while a read is under way,"
            + " await(); then throw the failure, or return null at the end of the stream.")
    @Order(12)
    @DisplayName("The next reader gets to know how the stream ended")
    void howTheStreamEnded() {
        var watch = open(notices);
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);
        var reader = Background.run(connection::get).awaitPause();
        socket.ends();
        assertThat(reader.result("The next reader still waits, although the stream has ended: nobody has woken it"))
                .as("What the next reader gets at the end of the stream: null, as from the socket").isNull();

        var broken = new ScriptedSocket().resets();
        var other = new BackgroundRead(broken);
        try (var watched = open(other, notices)) {
            assertThat(broken.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
            broken.awaitReaderEnd();
        }
        var failure = Background.run(() -> {
            try {
                other.get();
                return "bytes";
            } catch (RuntimeException e) {
                return e.getMessage();
            }
        });
        assertThat(failure.result(NOTHING_READ)).as("What the next reader gets from a broken connection: the failure of the read")
                .isEqualTo("Connection reset");
    }

    @Exercise(hint = "In next: what is kept comes first. Only if nothing is, wait for the read that is under way.")
    @Order(13)
    @DisplayName("What is kept is handed over at once, also while a read is under way")
    void keptComesFirst() {
        var watch = open(notices);
        socket.sends("next request");
        assertThat(socket.awaitReads(2)).as("Reads while a watch is open and bytes arrive").isEqualTo(2);
        complete(watch);

        var next = Background.run(connection::get);
        assertThat(next.result("The next reader waits, although a request is kept for it. The read that is under way is for what"
                                       + " comes later: the client may send that only once it has its answer"))
                .asString(StandardCharsets.US_ASCII).isEqualTo("next request");
    }

    @Exercise(hint = "In next: while a watch is open, only the background reads. Start it with readAhead(), then await().")
    @Order(14)
    @DisplayName("A handler that reads before its watch is armed does not read beside it")
    void readsBeforeArmed() {
        var handlerThread = new AtomicReference<Thread>();
        try (var watch = open(notices)) {
            var handler = Background.run(() -> {
                handlerThread.set(Thread.currentThread());
                return connection.get();
            });
            assertThat(socket.awaitReads(1)).as("Reads when a handler asks for its body").isEqualTo(1);
            assertThat(socket.lastReader())
                    .as("The thread that reads while a watch is open. Where the handler reads its body itself, the armed watch reads"
                                + " beside it")
                    .isNotSameAs(handlerThread.get());
            socket.sends("body");
            assertThat(handler.result(NOTHING_READ)).asString(StandardCharsets.US_ASCII).isEqualTo("body");
        }
    }

    @Exercise(hint = "In next: unread = 0. Who asks for more has consumed what Helidon held.")
    @Order(15)
    @DisplayName("What the handler has consumed no longer counts as unread")
    void consumedIsNotUnread() {
        socket.withUnread(BackgroundRead.LIMIT + 1);
        try (var watch = open(notices)) {
            socket.sends("more");
            assertThat(readText()).as("What a handler reads behind a long body").isEqualTo("more");
            socket.ends();

            assertThat(notices.await())
                    .as("A notice when the handler has consumed its body. Whoever still counts it as unread stops to read").isTrue();
        }
    }

    @Exercise(hint = "In next: take from kept first, in order, and only then read from the socket.")
    @Order(16)
    @DisplayName("Bytes that arrive are kept for the next reader, in order")
    void bytesAreKept() {
        var watch = open(notices);
        socket.sends("one").sends("two");
        assertThat(socket.awaitReads(3)).as("Reads while a watch is open and bytes arrive").isEqualTo(3);
        complete(watch);
        socket.sends("three");

        String otherwise = "The next reader waits, although bytes have arrived. Dropped or out of order, they are a request that nobody"
                + " answers";
        assertThat(readText("onetwothree".length(), otherwise)).as(otherwise).isEqualTo("onetwothree");
        socket.sends("four");
        assertThat(readsOnItsOwnThread(connection, socket))
                .as("The connection's own thread reads the fourth: no watch is open, and the last background read has returned."
                            + " Whoever goes on to read in the background never gives the connection back")
                .isTrue();
        assertThat(notices.count()).as("Notices: bytes that arrive are the next request, and not a client that left").isZero();
    }

    @Exercise(hint = "In next: while a read is under way, wait for it (await()) instead of starting another.")
    @Order(17)
    @DisplayName("The next reader waits for the outstanding read; there are never two")
    void neverTwoReads() {
        for (int request = 1; request <= 3; request++) {
            var watch = open(notices);
            assertThat(socket.awaitReads(request)).as("Reads once watch %d is armed", request).isEqualTo(request);
            complete(watch);
            var next = Background.run(connection::get).awaitPause();
            socket.sends("request " + request);
            next.awaitEnd();

            assertThat(socket.overlapped())
                    .as("Two reads at the same time: the second one steals what the first one waits for")
                    .isFalse();
            assertThat(next.result(NOTHING_READ)).asString(StandardCharsets.US_ASCII).as("What the next reader gets").isEqualTo("request " + request);
        }
        assertThat(socket.reads()).as("Reads for three requests, each watched").isEqualTo(3);
    }

    @Exercise(hint = "readAhead and arrived: go on only while unread + kept.size() <= LIMIT.")
    @Order(18)
    @DisplayName("No more than 64 KiB and one buffer are read ahead")
    void bounded() {
        int allowed = BackgroundRead.LIMIT / BUFFER + 1;
        for (int i = 0; i < 3 * allowed; i++) {
            socket.sends(new byte[BUFFER]);
        }
        var watch = open(notices);
        assertThat(socket.awaitReads(allowed)).as("Reads of 8 KiB each: input within 64 KiB must not stop the reading")
                .isGreaterThanOrEqualTo(allowed);
        assertThat(socket.awaitReaderEnd())
                .as("Reads of 8 KiB each. A client that sends without end must not fill the memory")
                .isEqualTo(allowed);
        complete(watch);

        assertThat(readText(3 * allowed * BUFFER, "The body is not all there: nothing may get lost at the limit")).as("The body").hasSize(3 * allowed * BUFFER);
    }

    @Exercise(hint = "The comparison is <= LIMIT: with exactly 64 KiB unread, one more read has to wait for the end.")
    @Order(19)
    @DisplayName("Exactly 64 KiB of unread input do not hide a client that leaves")
    void exactlyTheLimit() {
        socket.withUnread(BUFFER);
        for (int i = 1; i < BackgroundRead.LIMIT / BUFFER; i++) {
            socket.sends(new byte[BUFFER]);
        }
        socket.ends();
        try (var watch = open(notices)) {
            assertThat(notices.await())
                    .as("A notice behind 8 KiB that Helidon holds and 56 KiB more: exactly 64 KiB is within the limit")
                    .isTrue();
        }
    }

    @Exercise(hint = "In next: when a watch is open and something was taken from kept, there is room again: readAhead().")
    @Order(20)
    @DisplayName("A handler that reads its body makes room, and the reading goes on")
    void readingMakesRoom() {
        int full = BackgroundRead.LIMIT / BUFFER + 1;
        for (int i = 0; i < full; i++) {
            socket.sends(new byte[BUFFER]);
        }
        socket.ends();
        try (var watch = open(notices)) {
            assertThat(socket.awaitReads(full)).as("Reads until the limit").isEqualTo(full);
            assertThat(socket.awaitReaderEnd()).as("Reads when the limit has stopped the reading").isEqualTo(full);
            read();

            assertThat(notices.await())
                    .as("A notice once the handler has read a part of its body. Whoever stops at the limit has to go on when"
                                + " there is room")
                    .isTrue();
        }
    }

    @Exercise(hint = "await() turns the interrupt into a CloseConnectionException: let it pass.")
    @Order(21)
    @DisplayName("A server that stops can interrupt a connection that waits for its outstanding read")
    void interruptible() {
        var watch = open(notices);
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);

        var idle = Background.run(connection::get).awaitPause();
        idle.interrupt();

        assertThatThrownBy(() -> idle.result("The connection still waits after it was interrupted. Whoever swallows the"
                                                     + " interrupt keeps the server from stopping"))
                .as("What the interrupted connection throws: Helidon closes the connection quietly on this")
                .isInstanceOf(CloseConnectionException.class);
        socket.isClosedHere();
    }

    @Exercise(hint = "close(watch) leaves the outstanding read alone. next() waits for it, and gets what it has read.")
    @Order(22)
    @DisplayName("A read that is under way is left alone when its watch ends")
    void outstandingReadIsLeftAlone() {
        var watch = open(notices);
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);
        socket.sends("next request");

        assertThatCode(this::read)
                .as("The next reader gets what the outstanding read has read. A read can't be taken back: whoever interrupts it"
                            + " closes the connection")
                .doesNotThrowAnyException();
    }

    @Exercise(hint = "In readAhead: if clientGone is true already, there is nothing to read. Tell the watch.")
    @Order(23)
    @DisplayName("A client that left before the watch was opened is noticed, too")
    void leftBeforeTheWatch() {
        var first = open(notices);
        socket.sends("next request");
        assertThat(socket.awaitReads(2)).as("Reads while a watch is open and bytes arrive").isEqualTo(2);
        complete(first);
        socket.ends();
        socket.awaitReaderEnd();

        assertThat(readText()).as("What the next reader gets").isEqualTo("next request");
        try (var second = open(notices)) {
            assertThat(notices.await())
                    .as("A notice for the second request. Its client had sent it and left while no watch was open: whoever has"
                                + " read the end of the stream has to remember it")
                    .isTrue();
        }
    }

    private CloseWatch open(Runnable listener) {
        return open(connection, listener);
    }

    private static CloseWatch open(BackgroundRead connection, Runnable listener) {
        return ScopedValue.where(BackgroundRead.CURRENT, connection).call(() -> CloseWatch.open(listener));
    }

    /** Completes on a thread of its own: an answer that holds the lock while it reads would not return. */
    private static boolean complete(CloseWatch watch) {
        return Background.run(watch::complete).result("complete() has not returned while a read is under way. Whoever holds"
                                                              + " the lock during a read lets the handler wait for the client");
    }

    /** A thousand short requests; {@code false} if one was not short, because this thread had to wait for a processor. */
    private boolean allAreOverBeforeTheyAreArmed(BackgroundRead busy) {
        for (int i = 0; i < 1000; i++) {
            int opened = ArmingTicker.SHARED.now();
            open(busy, notices).complete();
            if (ArmingTicker.SHARED.now() - opened > 1) {
                return false;
            }
        }
        awaitTicks(3);
        return true;
    }

    /** Waits until whatever was open before is armed. The ticker works only where there are watches. */
    private void awaitTicks(int ticks) {
        var other = new BackgroundRead(new ScriptedSocket());
        int before = ArmingTicker.SHARED.now();
        long end = System.nanoTime() + Notices.CAP.toNanos();
        while (ArmingTicker.SHARED.now() - before < ticks && System.nanoTime() < end) {
            open(other, notices).complete();
        }
    }

    private static boolean readsOnItsOwnThread(BackgroundRead connection, ScriptedSocket socket) {
        return Background.run(() -> {
            connection.get();
            return socket.lastReader() == Thread.currentThread();
        }).result(NOTHING_READ);
    }

    private byte[] read() {
        return Background.run(connection::get).result(NOTHING_READ);
    }

    private String readText() {
        return new String(read(), StandardCharsets.US_ASCII);
    }

    /** Reads as often as it takes: how what is kept is cut into pieces is nobody's concern. */
    private String readText(int length, String otherwise) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(new String(Background.run(connection::get).result(otherwise), StandardCharsets.US_ASCII));
        }
        return text.toString();
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
