package workshop.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.helidon.http.http2.Http2Util;

import workshop.testkit.client.Frame;

/**
 * The same over HTTP/2, by prior knowledge: each request has a stream of its own. All requests have the same block of header
 * fields, as it refers to nothing that was sent before; of an answer's, only the status is looked at.
 */
final class FrameConnection extends ClientConnection {
    private static final int MAX_PAYLOAD = 16 * 1024;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_LENGTH = 5;
    private static final int WINDOW = 1 << 30; // for the answers of the whole connection: it is never used up

    // HPACK (RFC 7541): entries of the static table, and literals whose names are there
    private static final byte METHOD_GET = (byte) 0x82;
    private static final byte SCHEME_HTTP = (byte) 0x86;
    private static final byte STATUS_200 = (byte) 0x88;
    private static final byte TABLE_SIZE = 0x20;
    private static final byte AUTHORITY = 1;
    private static final byte PATH = 4;

    private final byte[] block;
    private final ByteBuffer requests;
    private final ByteBuffer answers = ByteBuffer.allocateDirect(2 * (Frame.HEAD + MAX_PAYLOAD)).flip();
    private int lastStream = -1;

    FrameConnection(int port, String path) throws IOException {
        super(port);
        block = block(path);
        requests = ByteBuffer.allocateDirect(Protocol.HTTP_2.requestsPerConnection() * (Frame.HEAD + block.length));
        write(ByteBuffer.wrap(Http2Util.prefaceData().readBytes()));
        write(new Frame(Frame.SETTINGS, 0, 0, new byte[0]));
        write(new Frame(Frame.WINDOW_UPDATE, 0, 0, Frame.number(WINDOW)));
    }

    private static byte[] block(String path) {
        var block = ByteBuffer.allocate(64).put(METHOD_GET).put(SCHEME_HTTP);
        literal(block, AUTHORITY, "localhost");
        literal(block, PATH, path);
        byte[] bytes = new byte[block.flip().remaining()];
        block.get(bytes);
        return bytes;
    }

    private static void literal(ByteBuffer block, byte name, String value) {
        block.put(name).put((byte) value.length()).put(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void send(int count) throws IOException {
        requests.clear();
        for (int i = 0; i < count; i++) {
            lastStream += 2;
            requests.putInt(block.length << 8 | Frame.HEADERS).put((byte) (Frame.END_STREAM | Frame.END_HEADERS))
                    .putInt(lastStream).put(block);
        }
        write(requests.flip());
    }

    @Override
    int receive() throws IOException {
        int ended = 0;
        while (ended == 0) {
            answers.compact();
            read(answers);
            answers.flip();
            while (hasFrame()) {
                ended += frame() ? 1 : 0;
            }
        }
        return ended;
    }

    private boolean hasFrame() {
        return answers.remaining() >= Frame.HEAD
                && answers.remaining() >= Frame.HEAD + (answers.getInt(answers.position()) >>> 8);
    }

    /** Takes a frame, and returns whether an answer ends with it. */
    private boolean frame() throws IOException {
        int lengthAndType = answers.getInt();
        int flags = answers.get();
        int stream = answers.getInt();
        int type = lengthAndType & 0xff;
        if (type == Frame.HEADERS && firstField(flags) != STATUS_200
                || type == Frame.RST_STREAM || type == Frame.GOAWAY) {
            throw new IOException("The server did not answer 200, but with a frame of type %d on stream %d".formatted(type, stream));
        }
        answers.position(answers.position() + (lengthAndType >>> 8));
        if (type == Frame.SETTINGS && (flags & Frame.ACK) == 0) {
            write(new Frame(Frame.SETTINGS, Frame.ACK, 0, new byte[0]));
        }
        return (type == Frame.HEADERS || type == Frame.DATA) && (flags & Frame.END_STREAM) != 0;
    }

    /** Before it, there may be a priority (RFC 9113, section 6.2), and the size of the encoder's table (RFC 7541, section 6.3). */
    private byte firstField(int flags) {
        int at = answers.position() + ((flags & PRIORITY) == 0 ? 0 : PRIORITY_LENGTH);
        byte first = answers.get(at);
        if ((first & 0xe0) != TABLE_SIZE) {
            return first;
        }
        boolean more = (first & 0x1f) == 0x1f;
        while (more) {
            at++;
            more = answers.get(at) < 0;
        }
        return answers.get(at + 1);
    }

    @Override
    public void leave(WayToLeave way) throws IOException {
        write(Frame.reset(lastStream));
    }

    private void write(Frame frame) throws IOException {
        write(ByteBuffer.wrap(frame.bytes()));
    }
}
