package workshop.http2;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Frame;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.exercise.Hint;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 05, the frame watch: frames out of pieces, and who has left")
@Order(1)
class FrameWatchTest {
    private static final int LARGE = 0x01_02_03;
    private static final int HIGH_STREAM = 0x01_02_03_05;
    private static final int RESERVED = 0x80_00_00_00;

    private final FrameWatch watch = new FrameWatch();

    /** Somebody who is told of a client that leaves, on the thread that asks for it, and counts how often. */
    private AtomicInteger opened(int stream) {
        return opened(watch, stream);
    }

    private static AtomicInteger opened(FrameWatch of, int stream) {
        var notices = new AtomicInteger();
        var here = Thread.currentThread();
        of.opened(stream, () -> {
            if (Thread.currentThread() == here) {
                notices.incrementAndGet();
            }
        });
        return notices;
    }

    @Exercise(hint = "passed: the first three bytes are the length of the payload; the position goes to its end, and no further. The head"
            + " is to be cleared there: the next byte begins another one. A frame without payload ends with its head. headPassed reads"
            + " length, type and stream: is it written?")
    @Order(1)
    @DisplayName("A piece may hold several frames: each call goes to the end of one")
    void endsOfFrames() {
        var frames = List.of(new Frame(Frame.SETTINGS, 0, 0, new byte[0]), new Frame(Frame.HEADERS, 0, 5, new byte[20]),
                             Frame.data(0, 7, new byte[300]), Frame.ping(0), Frame.data(Frame.END_STREAM, 7, new byte[0]));
        var piece = ByteBuffer.wrap(Frame.bytes(frames.toArray(Frame[]::new)));
        int end = 0;
        for (Frame frame : frames) {
            end += frame.bytes().length;
            assertThat(watch.passed(piece)).as("Whether a frame ends: %s is whole", frame).isTrue();
            assertThat(piece.position()).as("How far the watch has gone at the end of %s", frame).isEqualTo(end);
            assertThat(watch.type()).as("The type of %s", frame).isEqualTo(frame.type());
            assertThat(watch.stream()).as("The stream of %s", frame).isEqualTo(frame.stream());
        }
    }

    @Exercise(hint = "opened remembers the listener by the stream's number. headPassed: the type is byte 3 of the head, the stream the four"
            + " bytes from 5 on. RST_STREAM: take the listener out, and run it on this thread.")
    @Order(2)
    @DisplayName("RST_STREAM tells that the client of its stream has left, and no other")
    void reset() {
        var notices = IntStream.of(1, 3, 5).mapToObj(this::opened).toList();
        passed(Frame.reset(3));

        assertThat(notices).extracting(AtomicInteger::get)
                .as("Notices of the streams 1, 3 and 5, of which 3 was reset, on the thread that has called passed(): its siblings have"
                            + " their own clients' requests")
                .containsExactly(0, 1, 0);
    }

    @Exercise(hint = "passed: a head may come in pieces. Keep what has come of it in head, and go on there in the next call; the same for"
            + " the payload.")
    @Order(3)
    @DisplayName("A frame may be cut anywhere, also in its head")
    void cutAnywhere() {
        byte[] bytes = Frame.bytes(Frame.data(0, 1, "0123456789".getBytes()), Frame.reset(1), Frame.reset(3));
        for (int cut = 1; cut < bytes.length; cut++) {
            assertBothNoticed(bytes, cut, bytes.length - cut);
        }
    }

    @Exercise(hint = "passed: a piece may be a single byte, or none. Nothing may depend on how many there are.")
    @Order(4)
    @DisplayName("A frame may come byte by byte, with nothing in between")
    void byteByByte() {
        byte[] bytes = Frame.bytes(Frame.data(0, 1, "0123456789".getBytes()), Frame.reset(1), Frame.reset(3));
        int[] pieces = IntStream.range(0, 2 * bytes.length).map(i -> i % 2).toArray();

        assertBothNoticed(bytes, pieces);
    }

    private static void assertBothNoticed(byte[] bytes, int... pieces) {
        var watch = new FrameWatch();
        var notices = List.of(opened(watch, 1), opened(watch, 3));
        var ends = new ArrayList<Integer>();
        int begin = 0;
        for (int length : pieces) {
            var piece = ByteBuffer.wrap(bytes, begin, length);
            begin += length;
            while (piece.hasRemaining()) {
                if (watch.passed(piece)) {
                    ends.add(piece.position());
                }
            }
        }
        assertThat(notices).extracting(AtomicInteger::get).as("Notices of two streams that were reset, in %d pieces",
                                                              pieces.length).containsExactly(1, 1);
        assertThat(ends).as("Where frames end, in %d pieces, the first one of %d bytes", pieces.length, pieces[0])
                .containsExactly(19, 32, 45);
    }

    @Exercise(hint = "headPassed: the length has 24 bits. head.getInt(0) has them, and the type behind them; >>> 8 drops the type. A"
            + " byte of Java has a sign: who reads byte by byte needs & 0xff. The nine bytes of the head are not counted.")
    @Order(5)
    @DisplayName("A length has three bytes, and each of them counts")
    void largeFrame() {
        for (int length : new int[] {0, 1, 200, 255, 256, 0x80_00, 0xff_ff, 0x01_00_00, LARGE, 0x80_00_00}) {
            var own = new FrameWatch();
            var notices = opened(own, 1);
            var large = Frame.data(0, 3, new byte[length]);
            var piece = ByteBuffer.wrap(Frame.bytes(large, Frame.reset(1)));

            passed(own, piece, large);
            assertThat(piece.position()).as("Where a frame ends that has %,d bytes behind its head of nine", length).isEqualTo(length + 9);
            passed(own, piece, Frame.reset(1));
            assertThat(notices.get()).as("Notices of a stream that is reset behind a frame of %,d bytes", length).isEqualTo(1);
        }
    }

    @Exercise(hint = "passed: the payload is gone past, and not looked at. Only a head says what a frame is.")
    @Order(6)
    @DisplayName("What looks like RST_STREAM inside a body is a body")
    void resetInData() {
        var notices = opened(1);
        byte[] body = Frame.bytes(Frame.reset(1), Frame.reset(1));
        for (int offset = 0; offset < body.length; offset++) {
            passed(Frame.data(0, 1, Arrays.copyOfRange(body, offset, body.length)));
        }
        for (int length = 1; length < body.length; length++) { // cut there
            var frame = ByteBuffer.wrap(Frame.data(0, 1, body).bytes());
            watch.passed(frame.limit(9 + length));
            watch.passed(frame.limit(frame.capacity()));
        }
        assertThat(notices.get()).as("Notices of a stream whose body has the bytes of RST_STREAM in it").isZero();

        passed(Frame.reset(1));
        assertThat(notices.get()).as("Notices of the same stream, reset behind that").isEqualTo(1);
    }

    @Exercise(hint = "headPassed: the number of the stream has 31 bits. The first bit is reserved, and means nothing: & 0x7fff_ffff.")
    @Order(7)
    @DisplayName("The bit before the stream's number is reserved, and ignored")
    void reservedBit() {
        var notices = opened(3);
        passed(Frame.reset(RESERVED | 3));

        assertThat(watch.stream()).as("The stream of a frame whose reserved bit is set").isEqualTo(3);
        assertThat(notices.get()).as("Notices of a stream that is reset by a frame whose reserved bit is set").isEqualTo(1);
    }

    @Exercise(hint = "headPassed: the number of the stream has 31 bits: all but the first one of the four bytes from 5 on.")
    @Order(8)
    @DisplayName("All other bits of the number count")
    void highStream() {
        var low = IntStream.of(HIGH_STREAM & 0xff, HIGH_STREAM & 0xffff, HIGH_STREAM & 0xff_ffff).mapToObj(this::opened).toList();
        var high = opened(HIGH_STREAM);
        var highest = opened(Integer.MAX_VALUE);
        passed(Frame.reset(HIGH_STREAM));
        passed(Frame.reset(Integer.MAX_VALUE));

        assertThat(low).extracting(AtomicInteger::get).as("Notices of streams whose numbers end in the same bytes").containsOnly(0);
        assertThat(high.get()).as("Notices of stream %,d, which was reset", HIGH_STREAM).isEqualTo(1);
        assertThat(highest.get()).as("Notices of stream %,d, the last that there can be, which was reset", Integer.MAX_VALUE).isEqualTo(1);
    }

    @Exercise(hint = "headPassed: RST_STREAM is the only frame by which a client leaves, whatever its flags. END_STREAM is a flag, and says"
            + " that the request is complete: the client waits for its answer now.")
    @Order(9)
    @DisplayName("The end of a request is not the leaving of its client")
    void endStream() {
        var notices = opened(1);
        passed(new Frame(Frame.HEADERS, Frame.END_HEADERS | Frame.END_STREAM, 1, new byte[30]));
        passed(Frame.data(Frame.END_STREAM, 1, new byte[0]));
        passed(Frame.data(Frame.PADDED | Frame.END_STREAM, 1, new byte[] {3, 1, 0, 0, 0}));

        assertThat(notices.get()).as("Notices of a stream whose request is complete (END_STREAM): its client waits for the answer").isZero();

        passed(Frame.reset(1));
        assertThat(notices.get()).as("Notices of the same stream, reset behind that").isEqualTo(1);
    }

    @Exercise(hint = "headPassed: the type is the whole of byte 3, and only 3 is RST_STREAM. A client that sends GOAWAY asks for nothing"
            + " more, and still waits for what it has asked for.")
    @Order(10)
    @DisplayName("No other frame is a client that leaves, neither GOAWAY nor one that nobody knows")
    void otherFrames() {
        var notices = opened(1);
        passed(Frame.goAway());
        assertThat(notices.get()).as("Notices of a client that has sent GOAWAY: it waits for its answers").isZero();
        for (int type = 0; type < 256; type++) {
            if (type != Frame.RST_STREAM) {
                passed(new Frame(type, 0xff, 1, Frame.number(Frame.CANCEL)));
                assertThat(notices.get()).as("Notices of a client that has sent a frame of type %d", type).isZero();
            }
        }
        passed(new Frame(Frame.RST_STREAM, 0xff, 1, Frame.number(0)));
        assertThat(notices.get()).as("Notices of a client that resets its stream, with any flags and any code").isEqualTo(1);
    }

    @Exercise(hint = "completed takes the listener out. A reset that comes then finds nobody, and so does one for a stream that never was.")
    @Order(11)
    @DisplayName("A request that is completed is no more watched, and nothing of it is kept")
    void completed() {
        var completed = opened(1);
        var other = opened(3);
        watch.completed(1);
        passed(Frame.reset(1));
        passed(Frame.reset(99));
        passed(Frame.reset(3));
        assertThat(completed.get()).as("Notices of a stream that was completed before it was reset").isZero();
        assertThat(other.get()).as("Notices of a stream that was reset while it was open").isEqualTo(1);

        var kept = new WeakReference<>(new Object());
        openAndComplete(kept.get());
        System.gc();
        assertThat(kept.get()).as("What is kept of a stream that is completed: a connection lives long, and has many").isNull();
    }

    private void openAndComplete(Object big) {
        watch.opened(5, big::notify);
        watch.completed(5);
    }

    @Exercise(hint = "left: whoever is told is taken out first, so nobody is told twice. completed comes after that, and finds nothing.")
    @Order(12)
    @DisplayName("Each is told once")
    void once() {
        var notices = opened(1);
        passed(Frame.reset(1));
        passed(Frame.reset(1));
        watch.completed(1);
        watch.ended();

        assertThat(notices.get()).as("Notices of a stream that was reset twice, and whose connection has ended then").isEqualTo(1);
    }

    @Exercise(hint = "ended: with the connection, the clients of all streams have left, also in the middle of a frame.")
    @Order(13)
    @DisplayName("A connection that ends is the leaving of all that are left")
    void ended() {
        var notices = IntStream.of(1, 3, 5, 7).mapToObj(this::opened).toList();
        passed(Frame.reset(3));
        watch.passed(ByteBuffer.wrap(Frame.reset(5).bytes(), 0, 8));
        watch.ended();
        watch.ended();

        assertThat(notices).extracting(AtomicInteger::get).as("Notices of the streams 1 to 7, of which 3 was reset, when the connection"
                                                                      + " has ended in the middle of a frame").containsOnly(1);
    }

    @Exercise(hint = "Each connection has numbers of its own: nothing in FrameWatch is static but what is constant.")
    @Order(14)
    @DisplayName("Each connection counts its streams from 1 on")
    void connections() {
        var own = opened(1);
        var notices = opened(new FrameWatch(), 1);
        passed(Frame.reset(1));

        Hint.hint("Each connection has numbers of its own: nothing in FrameWatch is static but what is constant.", () ->
                assertThat(notices.get()).as("Notices of stream 1 of another connection").isZero());
        assertThat(own.get()).as("Notices of stream 1 of this connection, which was reset").isEqualTo(1);
    }

    private void passed(Frame frame) {
        var piece = ByteBuffer.wrap(frame.bytes());
        while (piece.hasRemaining()) {
            passed(watch, piece, frame);
        }
    }

    private static void passed(FrameWatch watch, ByteBuffer piece, Frame frame) {
        try {
            watch.passed(piece);
        } catch (RuntimeException e) {
            throw new AssertionError("passed() has thrown %s at %s. That ends the connection, and with it all streams".formatted(e, frame), e);
        }
    }
}
