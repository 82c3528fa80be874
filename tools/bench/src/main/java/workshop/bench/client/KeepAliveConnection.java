package workshop.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import workshop.bench.workload.Endpoints;
import workshop.testkit.client.TcpClose;

/**
 * A client's connection for one request, again and again. All answers on it have the length of the first.
 * <p>
 * It is no client of a library, nor of the tests: its processor time is the server's loss, so it makes one write for a
 * request, one read for an answer, and allocates nothing.
 */
public final class KeepAliveConnection implements AutoCloseable {
    /** How long a client stays before it leaves, in milliseconds: then the watch of its request is armed. */
    public static final int STAYS_MILLIS = 20;

    private static final Pattern HEAD = Pattern.compile("(?is).*?\r\nContent-Length: ?(\\d+).*?\r\n\r\n");

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(8 * 1024);
    private int answerLength;

    private KeepAliveConnection(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    /**
     * Connects, and sends the first request.
     *
     * @param port the server's
     * @param path what all requests ask for, of {@link Endpoints}
     */
    public static KeepAliveConnection send(int port, String path) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(Endpoints.LOOPBACK, port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var connection = new KeepAliveConnection(channel, request.getBytes(StandardCharsets.US_ASCII));
        connection.send();
        return connection;
    }

    void send() throws IOException {
        request.flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    void receive() throws IOException {
        answer.clear();
        while (answerLength == 0 || answer.position() < answerLength) {
            if (channel.read(answer) < 0) {
                throw new IOException("The server has closed the connection");
            }
            if (answerLength == 0) {
                answerLength = lengthOfFirst();
            }
        }
        if (answer.get(9) != '2') {
            throw new IOException("The server answered: " + text());
        }
    }

    /** Leaves by FIN: everything that the server has sent must have been received. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Leaves in one of the ways. */
    public void close(TcpClose how) throws IOException {
        if (how == TcpClose.RST) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
    }

    private int lengthOfFirst() {
        String text = text();
        if (!text.contains("\r\n\r\n")) {
            return 0;
        }
        var head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw new IllegalStateException("An answer without Content-Length: " + text);
        }
        return head.end() + Integer.parseInt(head.group(1));
    }

    private String text() {
        return StandardCharsets.US_ASCII.decode(answer.duplicate().flip()).toString();
    }
}
