package workshop.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A client's keep-alive connection, as cheap as it can be: one write for a request, one read for an answer, and
 * nothing allocated. All answers on one connection have the length of the first.
 */
final class Connection implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private static final String HEAD_END = "\r\n\r\n";

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(8 * 1024);
    private int answerLength;

    private Connection(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    static Connection open(int port, byte[] request) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(LOOPBACK, port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(channel, request);
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

    /** Leaves by RST. */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    private int lengthOfFirst() {
        String text = text();
        int end = text.indexOf(HEAD_END);
        if (end < 0) {
            return 0;
        }
        var head = text.substring(0, end).lines();
        int body = head.map(line -> line.split(": ?", 2))
                .filter(field -> field[0].equalsIgnoreCase("Content-Length"))
                .mapToInt(field -> Integer.parseInt(field[1].strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An answer without Content-Length: " + text));
        return end + HEAD_END.length() + body;
    }

    private String text() {
        return StandardCharsets.US_ASCII.decode(answer.duplicate().flip()).toString();
    }
}
