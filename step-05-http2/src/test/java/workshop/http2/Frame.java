package workshop.http2;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame, as it is sent (RFC 9113, section 4.1).
 *
 * @param type    what it is
 * @param flags   {@link #END_STREAM} and others
 * @param stream  the number of its stream, or 0 for the connection
 * @param payload what comes behind the head
 */
record Frame(int type, int flags, int stream, byte[] payload) {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;
    static final int PADDED = 8;

    static final int CANCEL = 8;

    static Frame reset(int stream) {
        return reset(stream, CANCEL);
    }

    static Frame reset(int stream, int code) {
        return new Frame(RST_STREAM, 0, stream, number(code));
    }

    /** Data of a body. */
    static Frame data(int flags, int stream, byte[] payload) {
        return new Frame(DATA, flags, stream, payload);
    }

    /** The client asks for nothing more. */
    static Frame goAway() {
        return new Frame(GOAWAY, 0, 0, new byte[8]);
    }

    static Frame ping(int flags) {
        return new Frame(PING, flags, 0, "12345678".getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** Reads one; an {@link java.io.EOFException} if there is none. */
    static Frame read(DataInputStream in) throws IOException {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[lengthAndType >>> 8];
        in.readFully(payload);
        return new Frame(lengthAndType & 0xff, flags, stream, payload);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** It ends what the server says on its stream. */
    boolean endsAnswer() {
        return type == RST_STREAM || (type == HEADERS || type == DATA) && has(END_STREAM);
    }

    @Override
    public String toString() {
        return "a frame of type %d with %d bytes on stream %d".formatted(type, payload.length, stream);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(FrameWatch.HEAD + payload.length)
                .putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload).array();
    }

    /** Several, one behind the other. */
    static byte[] bytes(Frame... frames) {
        var all = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            all.writeBytes(frame.bytes());
        }
        return all.toByteArray();
    }
}
