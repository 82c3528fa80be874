package workshop.testkit.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * An HTTP/2 client on a plain socket, by prior knowledge: it sends exactly the frames that it is told, and shows those that come
 * back. No library of HTTP clients lets its users do either. Whoever uses it has Helidon's {@code helidon-http-http2} beside it.
 */
public final class FrameClient implements AutoCloseable {
    private static final Duration USUAL_CAP = Duration.ofSeconds(10);
    private static final int TABLE = 4096;

    private final Socket socket;
    private final Duration cap;
    private final DataInputStream in;
    private final Http2Headers.DynamicTable sent = Http2Headers.DynamicTable.create(TABLE);
    private final Http2Headers.DynamicTable received = Http2Headers.DynamicTable.create(TABLE);
    private final Http2HuffmanDecoder huffman = Http2HuffmanDecoder.create();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Http2Headers> heads = new ArrayList<>(); // of the frames; null where it is no HEADERS
    private int lastStream = -1;

    private FrameClient(Socket socket, Duration cap) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) cap.toMillis());
        this.socket = socket;
        this.cap = cap;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Connects to the host and port of an address, and sends what each connection begins with. It waits ten seconds for a frame. */
    public static FrameClient connect(URI uri) {
        return connect(uri, USUAL_CAP);
    }

    /** The same, with a time to wait for a frame; zero is forever. */
    public static FrameClient connect(URI uri, Duration cap) {
        return Uncheck.get(() -> on(new Socket(uri.getHost(), uri.getPort()), cap));
    }

    /** A client on a connection that is there already, such as one with TLS. */
    public static FrameClient on(Socket connected) throws IOException {
        return on(connected, USUAL_CAP);
    }

    private static FrameClient on(Socket connected, Duration cap) throws IOException {
        return new FrameClient(connected, cap)
                .send(Http2Util.prefaceData().readBytes())
                .send(new Frame(Frame.SETTINGS, 0, 0, new byte[0]), new Frame(Frame.WINDOW_UPDATE, 0, 0, Frame.number(1 << 30)));
    }

    /** The port of its own, by which a server's log can name it. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Sends a GET request, and returns the number of its stream. */
    public int get(String path) {
        return request(Method.GET, path, Frame.END_STREAM);
    }

    /** Sends the head of a POST request, and returns the number of its stream; the body is sent by {@link Frame#data}. */
    public int post(String path) {
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

    /** Sends frames. */
    public FrameClient send(Frame... toSend) {
        return send(Frame.bytes(toSend));
    }

    /** Sends bytes as they are. */
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
    public boolean ping() {
        long before = pongs();
        try {
            send(Frame.ping(0));
        } catch (UncheckedIOException e) {
            return false;
        }
        while (pongs() == before) {
            if (receive().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Waits for the next frame; none if the connection ends before it is whole. */
    public Optional<Frame> receive() {
        try {
            var frame = Frame.read(in);
            frames.add(frame);
            heads.add(frame.type() == Frame.HEADERS ? decoded(frame) : null); // each, in order: they share a table
            return Optional.of(frame);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server has sent nothing more within " + cap + ". What has come: " + frames, e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The frames that have come on a stream. */
    public List<Frame> frames(int stream) {
        return frames.stream().filter(frame -> frame.stream() == stream).toList();
    }

    /** Waits for a frame; {@code false} if the connection ends before it comes. */
    public boolean awaitFrame(Predicate<Frame> wanted) {
        while (frames.stream().noneMatch(wanted)) {
            if (receive().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the server closes the connection. */
    public void untilClosed() {
        while (receive().isPresent()) {
            // what comes is kept
        }
    }

    /** Closes the connection in one of the ways, and with it all streams. */
    public void close(TcpClose how) {
        if (how == TcpClose.RST) {
            Uncheck.run(() -> socket.setSoLinger(true, 0));
        }
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

    private Http2Headers decoded(Frame frame) {
        var header = Http2FrameHeader.create(frame.payload().length, Http2FrameTypes.HEADERS,
                                             Http2Flag.HeaderFlags.create(frame.flags()), frame.stream());
        return Http2Headers.create(null, received, huffman, new Http2FrameData(header, BufferData.create(frame.payload())));
    }
}
