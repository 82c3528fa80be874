package workshop.testkit.client;

import java.io.IOException;
import java.io.InputStream;

/**
 * The head of an HTTP/1.1 request, for a server that does not care what is in it.
 */
public final class RequestHead {
    private static final String END = "\r\n\r\n";

    private RequestHead() {
    }

    /** Reads one to its end, and no further; tells whether there was one. */
    public static boolean read(InputStream connection) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            int next = connection.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        return true;
    }
}
