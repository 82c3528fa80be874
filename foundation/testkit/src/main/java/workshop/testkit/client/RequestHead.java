package workshop.testkit.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1.1 request.
 */
public final class RequestHead {
    private static final String END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private RequestHead() {
    }

    /** Reads one to its end, and no further; tells whether there was one. */
    public static boolean read(InputStream connection) throws IOException {
        return text(connection).isPresent();
    }

    /** Reads one to its end, and no further, and returns it with that end; empty if there was none. */
    public static Optional<String> text(InputStream connection) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            int next = connection.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        return Optional.of(head.toString());
    }

    /** How many bytes come behind a head, if they are not chunked. */
    public static int contentLength(String head) {
        var length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    /** Lets the body come, where a client has asked whether it may. */
    public static void letBodyCome(String head, OutputStream connection) throws IOException {
        if (head.toLowerCase().contains("expect: 100-continue")) {
            connection.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The head of the same request as the last one on its connection, and without the questions whether its body may come, or TLS. */
    public static String asLast(String head) {
        return head.replaceAll("(?i)\r\n(expect|connection|upgrade):[^\r]*", "")
                .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
    }
}
