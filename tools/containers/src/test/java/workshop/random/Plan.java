package workshop.random;

import java.time.Duration;
import java.util.List;

/**
 * What one client does: one connection, its requests, and its departure.
 *
 * @param protocol  the version of TLS, or {@link #PLAIN}
 * @param http2     whether it speaks HTTP/2
 * @param requests  what it asks for, in order
 * @param pipelined whether it sends all requests before it reads an answer
 * @param way       how it leaves
 * @param patient   whether it stays until all its requests are answered but for those that it gives up
 * @param stay      otherwise, when it leaves, counted from its first byte
 */
record Plan(String protocol, boolean http2, List<PlannedRequest> requests, boolean pipelined, Way way, boolean patient, Duration stay) {
    /** No TLS. */
    static final String PLAIN = "plain";

    /** Whether it stays for the answer to one of its requests. */
    boolean awaits(PlannedRequest request) {
        return patient && request.givenUp().isEmpty();
    }

    /** What the server sees of a departure. */
    enum Way {
        /** The connection is closed, with TLS by a closing alert first. */
        FIN,
        /** The TCP connection is reset, with TLS without a word. */
        RST,
        /** The sending side is closed; the client reads on until the server closes the other one. */
        HALF_CLOSE
    }
}
