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

    /**
     * Takes bytes out of a piece, up to the end of a frame.
     *
     * @param piece what has arrived, from its position to its limit; the position moves on
     * @return whether a frame ends there; {@code false} if the rest of it is in the pieces to come
     */
    boolean passed(ByteBuffer piece) {
        // TODO step 05, 1 of 4: put what is missing of the head into head; as soon as it is whole, call headPassed(). Then go
        //  past as much of the payload as has come. Where the frame ends, be ready for the next head.
        piece.position(piece.limit());
        return true;
    }

    /** The head of the frame is whole. */
    private void headPassed() {
        // TODO step 05, 2 of 4: read how long the payload is (bytes 0 to 2), the type (byte 3) and the stream (bytes 5 to 8,
        //  without the first bit). RST_STREAM means that the client of the stream has left; no other frame does.
    }

    /** The request of a stream is going to be handled: from now on, its client may leave. */
    void opened(int number, Runnable onClientGone) {
        // TODO step 05, 3 of 4: remember whom to tell, until the request is completed.
    }

    /** The request of a stream has been handled. This is called on another thread, and also after its client has left. */
    void completed(int number) {
        // belongs to 3 of 4
    }

    /** The connection has ended, and with it all streams. */
    void ended() {
        // belongs to 4 of 4
    }

    /** The client of a stream has left, unless its request is completed. */
    private void left(int number) {
        // TODO step 05, 4 of 4: tell whom opened has named, and only once. The end of the connection tells all that are left.
    }
}
