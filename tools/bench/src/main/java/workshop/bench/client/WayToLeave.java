package workshop.bench.client;

/**
 * How a client leaves.
 */
public enum WayToLeave {
    /** It closes its connection: TCP FIN. */
    FIN,
    /** It resets its connection: TCP RST. */
    RST,
    /** It resets its request, and keeps its connection: the frame of HTTP/2. */
    RST_STREAM
}
