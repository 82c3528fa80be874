package workshop.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The same over HTTP/1.1: one request at a time. All answers on it have the length of the first, and each takes one read.
 */
final class KeepAliveConnection extends ClientConnection {
    private static final Pattern HEAD = Pattern.compile("(?is).*?\r\nContent-Length: ?(\\d+).*?\r\n\r\n");

    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(8 * 1024);
    private int answerLength;

    KeepAliveConnection(int port, String path) throws IOException {
        super(port);
        byte[] bytes = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        request = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }

    @Override
    public void send(int requests) throws IOException {
        request.flip();
        write(request);
    }

    @Override
    int receive() throws IOException {
        answer.clear();
        while (answerLength == 0 || answer.position() < answerLength) {
            read(answer);
            if (answerLength == 0) {
                answerLength = lengthOfFirst();
            }
        }
        if (answer.get(9) != '2') {
            throw new IOException("The server answered: " + text());
        }
        return 1;
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
