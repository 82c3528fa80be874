package workshop.random;

import java.util.List;

/**
 * What one client does: one connection, its requests, and its departure.
 *
 * @param protocol  the version of TLS, or {@link #PLAIN}
 * @param requests  what it asks for, in order
 * @param pipelined whether it sends all requests before it reads an answer
 * @param departure how and when it leaves
 */
record PlannedVisit(String protocol, List<PlannedRequest> requests, boolean pipelined, Departure departure) {
    /** No TLS. */
    static final String PLAIN = "plain";
}
