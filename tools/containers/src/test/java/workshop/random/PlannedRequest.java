package workshop.random;

import java.util.List;

/**
 * A request, and how it is sent.
 *
 * @param number     its number, which no other request to this server has
 * @param method     such as {@code GET}
 * @param segments   what is sent, in order
 * @param pauseNanos the pause after each segment
 */
record PlannedRequest(int number, String method, List<String> segments, long pauseNanos) {
    /** The parameter of the query that has the number. */
    static final String NUMBER = "request";

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** The head of a request; a POST has a body. */
    static String head(int number, String method, int bodyLength) {
        String length = method.equals("POST") ? "Content-Length: " + bodyLength + "\r\n" : "";
        return "%s /a?%s=%d HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, NUMBER, number, length);
    }
}
