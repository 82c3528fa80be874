package workshop.http2;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Method;
import io.helidon.http.WritableHeaders;
import io.helidon.http.http2.Http2Flag;
import io.helidon.http.http2.Http2FrameData;
import io.helidon.http.http2.Http2FrameHeader;
import io.helidon.http.http2.Http2FrameTypes;
import io.helidon.http.http2.Http2Headers;
import io.helidon.http.http2.Http2HuffmanDecoder;
import io.helidon.http.http2.Http2HuffmanEncoder;
import io.helidon.http.http2.Http2Util;
import org.apache.commons.io.function.Uncheck;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Frame;

/**
 * An HTTP/2 client on a plain socket, by prior knowledge: it sends exactly the frames that it is told, and shows those that come
 * back. No library of HTTP clients lets its users do either.
 */
public final class FrameClient implements AutoCloseable {
    private static final int CAP_MILLIS = 10_000;
    private static final int TABLE = 4096;

    private final Socket socket;
    private final DataInputStream in;
    private final Http2Headers.DynamicTable sent = Http2Headers.DynamicTable.create(TABLE);
    private final Http2Headers.DynamicTable received = Http2Headers.DynamicTable.create(TABLE);
    private final Http2HuffmanDecoder huffman = Http2HuffmanDecoder.create();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Http2Headers> heads = new ArrayList<>(); // of the frames; null where it is no HEADERS
    private int lastStream = -1;

    private FrameClient(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(CAP_MILLIS);
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Connects to the host and port of an address, and sends what each connection begins with. */
    public static FrameClient connect(URI uri) {
        return Uncheck.get(() -> on(new Socket(uri.getHost(), uri.getPort())));
    }

    /** A client on a connection that is there already, such as one with TLS. */
    public static FrameClient on(Socket connected) throws IOException {
        return new FrameClient(connected)
                .send(Http2Util.prefaceData().readBytes())
                .send(new Frame(Frame.SETTINGS, 0, 0, new byte[0]), new Frame(Frame.WINDOW_UPDATE, 0, 0, Frame.number(1 << 30)));
    }

    /** Sends a GET request, and returns the number of its stream. */
    public int get(String path) {
        return request(Method.GET, path, Frame.END_STREAM);
    }

    /** Sends the head of a POST request, and returns the number of its stream; the body is sent by {@link Frame#data}. */
    int post(String path) {
        return request(Method.POST, path, 0);
    }

    /** The HEADERS of a new request. */
    public Frame head(Method method, String path, int flags) {
        lastStream += 2;
        var head = Http2Headers.create(WritableHeaders.create()).method(method).path(path).scheme("http").authority("localhost");
        var block = BufferData.growing(256);
        head.write(sent, Http2HuffmanEncoder.create(), block);
        return new Frame(Frame.HEADERS, flags | Frame.END_HEADERS, lastStream, block.readBytes());
    }

    public FrameClient send(Frame... toSend) {
        return send(Frame.bytes(toSend));
    }

    public FrameClient send(byte[] bytes) {
        Uncheck.run(() -> socket.getOutputStream().write(bytes));
        return this;
    }

    /** Waits for the whole answer on a stream; {@link Answer#NONE} if the stream or the connection ends before it. */
    public Answer answer(int stream) {
        awaitFrame(frame -> frame.stream() == stream && frame.endsAnswer());
        var own = frames(stream);
        if (own.isEmpty() || !own.getLast().endsAnswer() || own.getLast().type() == Frame.RST_STREAM) {
            return Answer.NONE;
        }
        Http2Headers head = heads.get(frames.indexOf(own.getFirst()));
        var body = new StringBuilder();
        own.stream().filter(frame -> frame.type() == Frame.DATA)
                .forEach(frame -> body.append(new String(frame.payload(), StandardCharsets.UTF_8)));
        var headers = new StringBuilder();
        head.httpHeaders().forEach(header -> headers.append(header.name()).append(": ").append(header.get()).append('\n'));
        return new Answer(head.status().code(), headers.toString(), body.toString());
    }

    /** Asks the server for a sign of life, and waits for it; {@code false} if the connection ends instead. */
    boolean ping() {
        long before = pongs();
        send(Frame.ping(0));
        while (pongs() == before) {
            if (!receive()) {
                return false;
            }
        }
        return true;
    }

    /** The frames that have come on a stream. */
    List<Frame> frames(int stream) {
        return frames.stream().filter(frame -> frame.stream() == stream).toList();
    }

    /** Waits for a frame; {@code false} if the connection ends before it comes. */
    boolean awaitFrame(Predicate<Frame> wanted) {
        while (frames.stream().noneMatch(wanted)) {
            if (!receive()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the server closes the connection. */
    void untilClosed() {
        while (receive()) {
            // what comes is kept
        }
    }

    void reset() {
        Uncheck.run(() -> socket.setSoLinger(true, 0));
        close();
    }

    @Override
    public void close() {
        Uncheck.run(socket::close);
    }

    private int request(Method method, String path, int flags) {
        send(head(method, path, flags));
        return lastStream;
    }

    private long pongs() {
        return frames.stream().filter(frame -> frame.type() == Frame.PING && frame.has(Frame.ACK)).count();
    }

    private boolean receive() {
        try {
            var frame = Frame.read(in);
            frames.add(frame);
            heads.add(frame.type() == Frame.HEADERS ? decoded(frame) : null); // each, in order: they share a table
            return true;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server has sent nothing more within " + CAP_MILLIS + " ms. What has come: " + frames, e);
        } catch (IOException e) {
            return false;
        }
    }

    private Http2Headers decoded(Frame frame) {
        var header = Http2FrameHeader.create(frame.payload().length, Http2FrameTypes.HEADERS,
                                             Http2Flag.HeaderFlags.create(frame.flags()), frame.stream());
        return Http2Headers.create(null, received, huffman, new Http2FrameData(header, BufferData.create(frame.payload())));
    }
}
