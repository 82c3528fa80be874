package workshop.http2;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.http2.Http2Util;

import workshop.plumbing.connection.KeptBytes;

/**
 * Reads what arrives on one HTTP/2 connection, shows it to the {@link FrameWatch}, and hands it to Helidon one frame at a time.
 * <p>
 * So when the watch sees a frame, Helidon has worked off all frames before it: a stream is opened before it is reset.
 */
final class FrameTap implements Supplier<byte[]> {
    /** The largest payload that is taken, in bytes: the smallest limit that a server may have (RFC 9113, section 4.2). */
    static final int MAX_PAYLOAD = 16 * 1024;

    private static final int GOAWAY = 7;

    private final DataReader socket;
    private final FrameWatch watch;
    private final IntPredicate completed;
    private final Supplier<byte[]> atEnd;
    private final KeptBytes frame = new KeptBytes();
    private ByteBuffer piece;
    private RuntimeException end;

    /**
     * @param socket    what arrives
     * @param completed tells whether the request of a stream has been handled
     * @param atEnd     frames that Helidon is to have when nothing arrives any more
     */
    FrameTap(DataReader socket, FrameWatch watch, IntPredicate completed, Supplier<byte[]> atEnd) {
        this.socket = socket;
        this.watch = watch;
        this.completed = completed;
        this.atEnd = atEnd;
    }

    @Override
    public byte[] get() {
        if (end != null) {
            throw end;
        }
        try {
            return piece == null ? preface() : nextFrame();
        } catch (RuntimeException e) {
            end = e;
            return atEnd.get();
        }
    }

    private byte[] preface() {
        byte[] preface = socket.readBuffer(Http2Util.PREFACE_LENGTH).readBytes();
        piece = ByteBuffer.allocate(0);
        return preface;
    }

    /** The next frame but for those for which Helidon would end the connection, and with it the other streams. */
    private byte[] nextFrame() {
        byte[] next = anyFrame();
        while (isWithheld()) {
            next = anyFrame();
        }
        return next;
    }

    /**
     * By GOAWAY a client says that it asks for nothing more, and waits for its answers (RFC 9113, section 6.8). A reset may cross the
     * answer (section 5.1), and Helidon has forgotten the stream by then.
     */
    private boolean isWithheld() {
        return watch.type() == GOAWAY || watch.type() == FrameWatch.RST_STREAM && completed.test(watch.stream());
    }

    private byte[] anyFrame() {
        boolean complete = false;
        while (!complete && frame.size() <= FrameWatch.HEAD + MAX_PAYLOAD) { // Helidon refuses one that is larger
            if (!piece.hasRemaining()) {
                socket.ensureAvailable();
                piece = ByteBuffer.wrap(socket.readBytes(socket.available()));
            }
            int begin = piece.position();
            complete = watch.passed(piece);
            frame.add(Arrays.copyOfRange(piece.array(), begin, piece.position()));
        }
        return frame.take();
    }
}
