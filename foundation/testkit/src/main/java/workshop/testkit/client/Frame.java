package workshop.testkit.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame of HTTP/2, as it is sent (RFC 9113, section 4.1).
 *
 * @param type    what it is
 * @param flags   {@link #END_STREAM} and others
 * @param stream  the number of its stream, or 0 for the connection
 * @param payload what comes behind the head
 */
public record Frame(int type, int flags, int stream, byte[] payload) {
    /** How long the head of each is, in bytes. */
    public static final int HEAD = 9;

    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    public static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;

    public static final int END_STREAM = 1;
    public static final int ACK = 1;
    public static final int END_HEADERS = 4;
    public static final int PADDED = 8;

    public static final int CANCEL = 8;

    /** The client leaves a stream. */
    public static Frame reset(int stream) {
        return reset(stream, CANCEL);
    }

    /** The same, for a reason. */
    public static Frame reset(int stream, int code) {
        return new Frame(RST_STREAM, 0, stream, number(code));
    }

    /** Data of a body. */
    public static Frame data(int flags, int stream, byte[] payload) {
        return new Frame(DATA, flags, stream, payload);
    }

    /** The client asks for nothing more. */
    public static Frame goAway() {
        return new Frame(GOAWAY, 0, 0, new byte[8]);
    }

    /** Asks for a sign of life, or gives it. */
    public static Frame ping(int flags) {
        return new Frame(PING, flags, 0, "12345678".getBytes(StandardCharsets.US_ASCII));
    }

    /** A payload of one number. */
    public static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** Reads one; an {@link java.io.EOFException} if there is none. */
    public static Frame read(DataInputStream in) throws IOException {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[lengthAndType >>> 8];
        in.readFully(payload);
        return new Frame(lengthAndType & 0xff, flags, stream, payload);
    }

    /** Whether a flag is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** It ends what the server says on its stream. */
    public boolean endsAnswer() {
        return type == RST_STREAM || (type == HEADERS || type == DATA) && has(END_STREAM);
    }

    @Override
    public String toString() {
        return "a frame of type %d with %d bytes on stream %d".formatted(type, payload.length, stream);
    }

    /** All of it, as it is sent. */
    public byte[] bytes() {
        return ByteBuffer.allocate(HEAD + payload.length)
                .putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload).array();
    }

    /** Several, one behind the other. */
    public static byte[] bytes(Frame... frames) {
        var all = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            all.writeBytes(frame.bytes());
        }
        return all.toByteArray();
    }
}
