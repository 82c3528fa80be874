package workshop.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A request, and how it is sent.
 *
 * @param number     its number, which no other request to this server has
 * @param method     such as {@code GET}
 * @param bodyLength how long its body is, in bytes
 * @param cuts       where its head is cut into segments: positions in ascending order
 * @param pauseNanos the pause between two segments
 */
record PlannedRequest(int number, String method, int bodyLength, List<Integer> cuts, long pauseNanos) {
    /** The parameter of the query that has the number. */
    static final String NUMBER = "request";

    /** A request that is sent in one piece. */
    static PlannedRequest whole(int number, String method, int bodyLength) {
        return new PlannedRequest(number, method, bodyLength, List.of(), 0);
    }

    /** The same, sent in pieces. */
    PlannedRequest cut(List<Integer> positions, long nanosBetween) {
        return new PlannedRequest(number, method, bodyLength, positions, nanosBetween);
    }

    /** What is sent, in order; the body goes with the last part of the head. */
    List<String> segments() {
        String head = head();
        var segments = new ArrayList<String>();
        int from = 0;
        for (int cut : cuts) {
            segments.add(head.substring(from, cut));
            from = cut;
        }
        segments.add(head.substring(from) + "x".repeat(bodyLength));
        return segments;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    String head() {
        String length = method.equals("POST") ? "Content-Length: " + bodyLength + "\r\n" : "";
        return "%s /a?%s=%d HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, NUMBER, number, length);
    }
}
