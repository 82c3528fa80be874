package workshop.detection;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.helidon.webserver.CloseConnectionException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.interleaving.Call;
import workshop.testkit.interleaving.SteppingLoader;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.detection.ScriptedConnection.complete;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 02, second half: what was read is handed over")
@Order(3)
class HandOverTest {
    private static final int BUFFER = 8 * 1024;
    private static final int MANY = 100;

    private final ScriptedConnection connection = new ScriptedConnection();
    private final ScriptedSocket socket = connection.socket();
    private final Notices notices = connection.notices();

    @Exercise(hint = "In next: while a read is under way (reading), wait for it (await()) instead of starting another. arrived wakes it.")
    @Order(1)
    @DisplayName("The next reader waits for the outstanding read; there are never two")
    void neverTwoReads() {
        for (int request = 1; request <= 3; request++) {
            complete(armed(request));
            var next = connection.next();
            hint("In next: wait with await(), which has no time. arrived wakes whoever waits.", () -> assertThat(next.awaitSleep())
                    .as("The state of the connection's thread while it waits for the outstanding read. Whoever looks again and again uses the"
                                + " processor for each idle connection; and when it stops, Helidon interrupts only threads that are WAITING")
                    .isNotIn(Thread.State.RUNNABLE, Thread.State.TIMED_WAITING));
            socket.sends("request " + request);
            next.awaitEnd();

            assertThat(socket.overlapped())
                    .as("Two reads at the same time: the second one steals what the first one waits for")
                    .isFalse();
            assertThat(next.text()).as("What the next reader gets").isEqualTo("request " + request);
        }
        hint("In next: after take(), readAhead() only while a watch is open.", () -> assertThat(socket.reads())
                .as("Reads for three requests, each watched. Who takes what is kept when no watch is open starts no further read").isEqualTo(3));
    }

    @Exercise(hint = "In next: what is kept comes first. Only if nothing is, wait for the read that is under way.")
    @Order(2)
    @DisplayName("What is kept is handed over at once, also while a read is under way")
    void keptComesFirst() {
        var watch = connection.open();
        socket.sends("next request");
        assertThat(socket.awaitReads(2)).as("Reads while a watch is open and bytes arrive").isEqualTo(2);
        complete(watch);

        var next = connection.next();
        assertThat(next.awaitEnd())
                .as("The next reader has its request at once, since that is kept already. The read that is under way is for what comes"
                            + " later: the client may send that only once it has its answer")
                .isTrue();
        assertThat(next.text()).as("What the next reader gets").isEqualTo("next request");

        var later = connection.next().awaitPause();
        socket.sends("the one after that");
        later.awaitEnd();
        assertThat(socket.overlapped())
                .as("Two reads at the same time: `direct` was true although the read in the background is still under way, or `reading` was false")
                .isFalse();
        assertThat(later.text()).as("What the next reader gets then").isEqualTo("the one after that");

        var body = new ScriptedConnection();
        body.openArmed();
        var waits = body.next().awaitPause();
        body.socket().sends("the rest of the body");
        assertThat(waits.text()).as("What a handler gets that waits for its body, while the reading goes on behind that").isEqualTo("the rest of the body");
    }

    @Exercise(hint = "In next: take from kept first, in order. Where nothing is kept, nothing under way and nobody watches, read from the"
            + " socket, on the thread that has called.")
    @Order(3)
    @DisplayName("Bytes that arrive are kept for the next reader, in order")
    void bytesAreKept() {
        var watch = connection.open();
        socket.sends("one").sends("two");
        assertThat(socket.awaitReads(3)).as("Reads while a watch is open and bytes arrive").isEqualTo(3);
        complete(watch);
        socket.sends("three");

        assertThat(text("onetwothree".length())).as("What the next reader gets, of three pieces that have arrived. Dropped or out of order,"
                                                            + " they are a request that nobody answers").isEqualTo("onetwothree");
        socket.sends("four");
        var fourth = connection.next();
        assertThat(fourth.text()).as("What the next reader gets then").isEqualTo("four");
        assertThat(fourth.hasReadItself())
                .as("The connection's own thread reads the fourth: no watch is open, and the last background read has returned."
                            + " Whoever goes on to read in the background never gives the connection back")
                .isTrue();
        assertThat(notices.count()).as("Notices: bytes that arrive are the next request, and not a client that left").isZero();
    }

    @Exercise(hint = "In next, once nothing is kept and the stream has ended: throw the failure if there is one, that very one, else return null."
            + " In arrived, remember both.")
    @Order(4)
    @DisplayName("The next reader gets to know how the stream ended")
    void howTheStreamEnded() {
        assertThat(waiting(ScriptedSocket::ends).bytes()).as("What the next reader gets at the end of the stream: null, as from the socket")
                .isNull();
        assertThat(waiting(ScriptedSocket::resets).failure()).as("What the next reader gets from a broken connection: the failure of the read")
                .hasMessage("Connection reset");
        assertThat(waiting(ScriptedSocket::isShutDownHere).bytes())
                .as("What the next reader gets when this side closes, and the read finds the end of the stream").isNull();
        assertThat(waiting(ScriptedSocket::isClosedHere).failure()).as("What the next reader gets when this side closes, and the read fails")
                .hasMessage("Closed by this side");

        assertThat(behindTheLast(ScriptedSocket::ends).bytes()).as("What the next reader gets behind the last bytes").isNull();
        var behindTheLast = behindTheLast(ScriptedSocket::resets);
        assertThat(behindTheLast.failure()).as("What the next reader gets behind the last bytes").hasMessage("Connection reset");
        hint("In next: throw the failure, and keep it.", () -> assertThat(behindTheLast.again().failure())
                .as("What the next reader gets that asks once more: the connection is still broken").hasMessage("Connection reset"));
    }

    /** Whoever waits for the outstanding read of a completed request, when it ends. */
    private static NextReader waiting(Consumer<ScriptedSocket> end) {
        var idle = new ScriptedConnection();
        var watch = idle.openArmed();
        assertThat(idle.socket().awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);
        var reader = idle.next().awaitPause();
        end.accept(idle.socket());
        return reader;
    }

    /** Whoever asks again, where the client has sent something before it left. */
    private static NextReader behindTheLast(Consumer<ScriptedSocket> end) {
        var full = new ScriptedConnection();
        try (var watch = full.openArmed()) {
            end.accept(full.socket().sends("last"));
            assertThat(full.notices().await()).as("A notice after the client has left").isTrue();
        }
        hint("In next: what is kept comes before the end, and before the failure.", () -> assertThat(full.next().text())
                .as("What the next reader gets first, where the client has sent something before it left").isEqualTo("last"));
        return full.next();
    }

    @Exercise(hint = "await() belongs in a while, not an if: whoever is woken looks again whether what it waits for is true.")
    @Order(5)
    @DisplayName("Who is woken without news goes on waiting")
    void looksAgain() {
        var idle = new ScriptedConnection();
        var watch = idle.openArmed();
        assertThat(idle.socket().awaitReads(1)).as("Reads while a watch is open").isEqualTo(1);
        complete(watch);
        var next = idle.next();
        next.awaitSleep();
        synchronized (idle.reads()) {
            idle.reads().notifyAll();
            next.awaitWoken();
        }
        next.awaitSleep();
        idle.socket().sends("next request");
        next.awaitEnd();

        assertThat(next.hasReadItself())
                .as("A read of the next reader's own, after a wake-up that brought no news. wait() may return for no reason at all: whoever"
                            + " looks once, with if, reads beside the read that is still under way")
                .isFalse();
        assertThat(next.text()).as("What the next reader gets, although it was woken before").isEqualTo("next request");
    }

    @Exercise(hint = "In next: leave the synchronized block before socket.get().")
    @Order(6)
    @DisplayName("The lock is free while the connection waits for its next request")
    void lockIsFree() {
        var watch = armed(1);
        complete(watch);
        socket.sends("one");
        assertThat(connection.next().text()).as("What the outstanding read brings").isEqualTo("one");

        var idle = connection.next().awaitPause(); // nothing is kept, no read is under way, nobody watches
        Background.run(() -> connection.reads().arm(watch))
                .result("Somebody holds the lock while the connection's own thread waits in socket.get(): arm() of an old watch has not"
                                + " returned. It waits until the client sends something, and so does whoever else needs the lock");
        socket.sends("two");
        assertThat(idle.text()).as("What the connection's own thread reads").isEqualTo("two");
    }

    @Exercise(hint = "In next: all that looks at the fields, and await(), stands in one synchronized block; only a read of your own comes"
            + " behind it. arrived adds to kept under the same lock, which is that of this object.")
    @Order(7)
    @DisplayName("What others change is looked at under the lock, from the first look to the wait")
    void looksUnderTheLock() throws Exception {
        isTakenBehindTheListener();
        isTakenUnderTheLock();
        Class<?> stepping = new SteppingLoader(SteppedReader.class).load();
        assertThat((String) Call.of(stepping, "stepsToEndlessWait").on(null))
                .as("The next reader has its request. It came between its look and its wait: whoever gives the lock back in between, or looks"
                            + " without it, is not woken. The steps after which it waits for ever").isEmpty();
        assertThat((String) Call.of(stepping, "stepsToNothing").on(null))
                .as("The next reader has bytes, and others came between its look and its take: whoever gives the lock back in between loses what a"
                            + " read adds meanwhile. The steps after which it has got nothing").isEmpty();
    }

    /** The listener runs under the lock, whichever that is. */
    private void isTakenBehindTheListener() {
        var goOn = new CountDownLatch(1);
        connection.openArmed(() -> Uninterrupted.await(() -> goOn.await(1, TimeUnit.MINUTES)));
        socket.sends("last").ends();
        assertThat(socket.awaitReads(2)).as("Reads while a watch is open and bytes arrive").isEqualTo(2);
        socket.awaitReaderPause();
        var next = connection.next().awaitPause();
        boolean early = next.isDone();
        goOn.countDown();
        assertThat(early).as("The next reader has taken what is kept while another thread has the lock, as a read has that adds to it: bytes"
                                     + " get lost, or come twice").isFalse();
        assertThat(next.text()).as("What the next reader gets once the lock is free").isEqualTo("last");
    }

    /** One comes before the other, and the other has the lock: what is kept is still there then. */
    private static void isTakenUnderTheLock() {
        var idle = new ScriptedConnection();
        var watch = idle.openArmed();
        idle.socket().sends("one");
        assertThat(idle.socket().awaitReads(2)).as("Reads while a watch is open and bytes arrive").isEqualTo(2);
        complete(watch);
        synchronized (idle.reads()) {
            var next = idle.next().awaitPause();
            if (next.isBlocked()) { // it is not, where the lock is another one than this
                idle.socket().sends("two").awaitReaderPause();
                assertThat(new String(idle.reads().get(), StandardCharsets.US_ASCII))
                        .as("What comes first, for whoever has the lock. The next reader came before, and waits for the lock: has it taken what is"
                                    + " kept without it? While a read adds to that, bytes get lost or come twice")
                        .isEqualTo("one");
            } else if (next.isDone()) {
                idle.socket().sends("two").awaitReaderPause();
                assertThat(idle.socket().isReaderBlocked())
                        .as("Whether a read that is under way waits for the lock to add what it has, while the next reader has taken what is kept"
                                    + " without it, when no watch is open: bytes get lost or come twice").isFalse();
            }
        }
    }

    @Exercise(hint = "In read: go by what arrived returns, which it has found under the lock, and leave the field alone: it may be another read's by then.")
    @Order(8)
    @DisplayName("A read that has filled what may be kept does not go on beside the one that comes after it")
    void endsWhenItSaysSo() throws Exception {
        assertThat((String) Call.of(new SteppingLoader(SteppedRead.class).load(), "stepsToTwoReads").on(null))
                .as("There is one read at a time. The first has filled what may be kept, and said that it reads no more; the handler has taken"
                            + " that, and a second one is under way. The steps after which another reads beside it").isEmpty();
    }

    @Exercise(hint = "In next: set direct to true where nothing is kept, nothing under way and nobody watches, before the read of your own.")
    @Order(9)
    @DisplayName("Once nobody watches, a connection reads without a lock again")
    void givenBack() {
        complete(armed(1));
        socket.sends("one").sends("two");
        assertThat(connection.next().text()).as("What the outstanding read brings").isEqualTo("one");
        assertThat(connection.next().text()).as("What comes then").isEqualTo("two");

        socket.sends("three");
        synchronized (connection.reads()) {
            assertThat(connection.next().awaitEnd())
                    .as("The next reader has read while somebody else holds the lock. Nobody watches, nothing is kept and no read is under way:"
                                + " `direct` says so, and a connection is then as fast as in stock Helidon")
                    .isTrue();
        }
    }

    @Exercise(hint = "In next: while a watch is open, only the background reads. If none is under way, one is to be started before await().")
    @Order(10)
    @DisplayName("A handler that reads before its watch is armed does not read beside it")
    void readsBeforeArmed() {
        try (var watch = connection.open()) {
            var handler = connection.next(); // at once: there is no time to arm the watch
            assertThat(socket.awaitReads(1)).as("Reads when a handler asks for its body").isEqualTo(1);
            assertThat(handler.hasReadItself())
                    .as("The handler reads its body itself while its watch is open: the armed watch reads beside it then").isFalse();
            socket.sends("body");
            assertThat(handler.text()).as("What the handler gets").isEqualTo("body");
        }
    }

    @Exercise(hint = "In next: unread = 0. Who asks for more has consumed what Helidon held; there is room then, so readAhead() comes before"
            + " await().")
    @Order(11)
    @DisplayName("What the handler has consumed no longer counts as unread")
    void consumedIsNotUnread() {
        socket.withUnread(BackgroundRead.LIMIT + 1);
        try (var watch = connection.openLongAgo()) {
            assertThat(socket.reads()).as("Reads while more than the limit is unread").isZero();
            socket.sends("more");
            assertThat(connection.next().text()).as("What a handler reads behind a long body").isEqualTo("more");
            socket.ends();

            assertThat(notices.await())
                    .as("A notice when the handler has consumed its body. Whoever still counts it as unread stops to read").isTrue();
        }
        var full = new ScriptedConnection().withUnread(BackgroundRead.LIMIT);
        try (var watch = full.openArmed()) {
            assertThat(full.socket().sends("kept").awaitReads(1)).as("Reads while nothing is kept, and no more than the limit is unread")
                    .isEqualTo(1);
            full.socket().awaitReaderEnd();
            assertThat(full.next().text()).as("What a handler reads behind a long body").isEqualTo("kept");
            full.socket().sends("more").ends();

            assertThat(full.notices().await())
                    .as("A notice when the handler has taken what was kept. It has consumed what was unread before that, too").isTrue();
        }
    }

    @Exercise(hint = "In next, when something was taken from kept and a watch is open: what was taken no longer counts, and readAhead() looks"
            + " whether there is room.")
    @Order(12)
    @DisplayName("A handler that reads its body makes room, and the reading goes on")
    void readingMakesRoom() {
        int full = BackgroundRead.LIMIT / BUFFER + 1;
        for (int i = 0; i < full; i++) {
            socket.sends(new byte[BUFFER]);
        }
        try (var watch = connection.open()) {
            assertThat(socket.awaitReads(full)).as("Reads until the limit").isEqualTo(full);
            assertThat(socket.awaitReaderEnd()).as("Reads when the limit has stopped the reading").isEqualTo(full);
            socket.ends();
            int taken = 0;
            while (full * BUFFER - taken > BackgroundRead.LIMIT) {
                taken += connection.next().text().length();
            }

            assertThat(notices.await())
                    .as("A notice once the handler has read %d bytes of its body. There is room again, and nobody reads. Possible reasons:"
                                + " next() does not start a read when it has taken something; or what it took still counts as kept", taken)
                    .isTrue();
        }
    }

    @Exercise(hint = "Whatever has been read is in kept until next() has handed it over; behind it, the socket goes on.")
    @Order(13)
    @DisplayName("Nothing is lost at the limit")
    void nothingIsLost() {
        int length = 3 * BackgroundRead.LIMIT;
        for (int i = 0; i < length / BUFFER; i++) {
            socket.sends(new byte[BUFFER]);
        }
        var watch = connection.open();
        assertThat(socket.awaitReads(1)).as("Reads while a watch is open").isPositive();
        socket.awaitReaderEnd();
        complete(watch);

        assertThat(text(length)).as("The body").hasSize(length);
    }

    @Exercise(hint = "In next: the end of the stream ends the wait, whether a watch is open or not.")
    @Order(14)
    @DisplayName("A handler that reads its body learns that its client has left")
    void handlerReadsTheEnd() {
        try (var watch = connection.openArmed()) {
            socket.ends();
            assertThat(notices.await()).as("A notice after the end of the stream").isTrue();

            assertThat(connection.next().bytes())
                    .as("What a handler gets that reads its body while its watch is open, and its client has left").isNull();
        }
        var waiting = new ScriptedConnection();
        try (var watch = waiting.open()) {
            var handler = waiting.next().awaitPause();
            waiting.socket().ends();
            assertThat(handler.bytes()).as("What a handler gets that waits for more of its body when its client leaves").isNull();
        }
        var closed = new ScriptedConnection();
        try (var watch = closed.openArmed()) {
            var handler = closed.next().awaitPause();
            closed.socket().isClosedHere();
            assertThat(handler.failure()).as("What a handler gets that waits for more of its body when this side closes the connection")
                    .hasMessage("Closed by this side");
        }
    }

    @Exercise(hint = "await() turns the interrupt into a CloseConnectionException: let it pass.")
    @Order(15)
    @DisplayName("A server that stops can interrupt a connection that waits for its outstanding read")
    void interruptible() {
        complete(armed(1));
        var idle = connection.next().awaitPause();
        idle.interrupt();

        assertThat(idle.awaitEnd())
                .as("The connection has ended, after it was interrupted while it waited. Whoever swallows the interrupt keeps the server from"
                            + " stopping").isTrue();
        assertThat(idle.failure())
                .as("What the interrupted connection throws: Helidon closes the connection quietly on this")
                .isInstanceOf(CloseConnectionException.class);
        socket.isClosedHere();
    }

    @Exercise(hint = "close(watch) leaves the outstanding read alone. next() waits for it, and gets what it has read.")
    @Order(16)
    @DisplayName("A read that is under way, or about to be, is left alone when its watch ends")
    void outstandingReadIsLeftAlone() {
        complete(armed(1));
        socket.sends("next request");

        var next = connection.next();
        next.awaitEnd();
        assertThat(socket.isInterrupted()).as("The outstanding read was interrupted. A read can't be taken back: whoever interrupts it"
                                                      + " closes the connection").isFalse();
        assertThat(next.text()).as("What the next reader gets: what the outstanding read has read").isEqualTo("next request");

        for (var each : ScriptedConnection.many(MANY)) {
            synchronized (each.reads()) {
                each.openArmed().complete(); // the thread that is to read has hardly begun
            }
            each.socket().sends("next request");
            hint("In read: once the thread is started, it reads, whether the watch is still open or not. `reading` has said so.",
                 () -> assertThat(each.next().text()).as("What the next reader gets, of a read whose watch ended before it began")
                         .isEqualTo("next request"));
        }
    }

    /** A watch that is armed; so many reads have begun then. */
    private CloseWatch armed(int reads) {
        var watch = connection.open();
        assertThat(socket.awaitReads(reads)).as("Reads once the watch is armed").isEqualTo(reads);
        return watch;
    }

    /** Reads as often as it takes: how what is kept is cut into pieces is nobody's concern. */
    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(connection.next().text());
        }
        return text.toString();
    }
}
