package workshop.http2;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the frames in what arrives on one HTTP/2 connection, and tells which client has left.
 * <p>
 * A frame is a head of nine bytes and a payload (RFC 9113, section 4.1). Bytes arrive in pieces that know nothing of frames: one may
 * begin and end anywhere, also in the middle of a head.
 */
final class FrameWatch {
    static final int HEAD = 9;
    static final int RST_STREAM = 3;

    /** The streams whose requests are being handled, by their numbers, and whom to tell when their client leaves. */
    private final Map<Integer, Runnable> streams = new ConcurrentHashMap<>();

    /** Of the frame that is passing: its head, as far as it has come; its type and stream; how much of its payload is to come. */
    private final ByteBuffer head = ByteBuffer.allocate(HEAD);
    private int type;
    private int stream;
    private int payload;

    /** The type of the frame that passed last. */
    int type() {
        return type;
    }

    /** The number of the stream that the frame that passed last belongs to. */
    int stream() {
        return stream;
    }

    // tag::solution[]
    /**
     * Takes bytes out of a piece, up to the end of a frame.
     *
     * @param piece what has arrived, from its position to its limit; the position moves on
     * @return whether a frame ends there; {@code false} if the rest of it is in the pieces to come
     */
    boolean passed(ByteBuffer piece) {
        while (head.hasRemaining() && piece.hasRemaining()) {
            head.put(piece.get());
            if (!head.hasRemaining()) {
                headPassed();
            }
        }
        int now = Math.min(payload, piece.remaining());
        piece.position(piece.position() + now);
        payload -= now;
        if (head.hasRemaining() || payload > 0) {
            return false;
        }
        head.clear();
        return true;
    }

    /** The head of the frame is whole. */
    private void headPassed() {
        payload = head.getInt(0) >>> 8;
        type = head.get(3);
        stream = head.getInt(5) & 0x7fff_ffff; // the first bit is reserved
        if (type == RST_STREAM) {
            left(stream);
        }
    }

    /** The request of a stream is going to be handled: from now on, its client may leave. */
    void opened(int number, Runnable onClientGone) {
        streams.put(number, onClientGone);
    }

    /** The request of a stream has been handled. This is called on another thread, and also after its client has left. */
    void completed(int number) {
        streams.remove(number);
    }

    /** The connection has ended, and with it all streams. */
    void ended() {
        streams.keySet().forEach(this::left);
    }

    /** The client of a stream has left, unless its request is completed. */
    private void left(int number) {
        var onClientGone = streams.remove(number);
        if (onClientGone != null) {
            onClientGone.run();
        }
    }
    // end::solution[]
}
