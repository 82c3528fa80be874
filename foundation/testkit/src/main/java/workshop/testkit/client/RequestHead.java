package workshop.testkit.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 request.
 */
public final class RequestHead {
    private static final String END = "\r\n\r\n";

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
}
