package workshop.lab.side;

/**
 * How a client hangs up.
 */
public enum WayToHangUp {
    /** It closes its connection, and leaves all requests on it. */
    FIN,
    /** It resets its connection, and leaves all requests on it. */
    RST,
    /** In HTTP/2, it resets the stream of one request; the connection stays. */
    RST_STREAM
}
