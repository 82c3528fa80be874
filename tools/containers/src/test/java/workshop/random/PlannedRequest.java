package workshop.random;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request, and how it is sent.
 *
 * @param number     its number, which no other request to this server has
 * @param method     such as {@code GET}
 * @param bodyLength how many bytes its body has
 * @param cuts       where the segments end in which it is sent, in order; the last one ends with the request, however long that is
 * @param pauseNanos the pause after each segment
 * @param givenUp    how long its client waits before it gives it up, and keeps its connection, as HTTP/2 allows
 */
record PlannedRequest(int number, String method, int bodyLength, List<Integer> cuts, long pauseNanos, Optional<Duration> givenUp) {
    /** The parameter of the query that has the number. */
    static final String NUMBER = "request";

    boolean isHead() {
        return method.equals("HEAD");
    }

    String target() {
        return "/a?" + NUMBER + "=" + number;
    }
}
