package workshop.bench.workload;

import java.nio.charset.StandardCharsets;

/**
 * What every contender serves, and where: the same for all.
 */
public final class Endpoints {
    /** The host that servers listen on, and clients connect to. */
    public static final String LOOPBACK = "127.0.0.1";

    /** How many connections may wait to be accepted. */
    public static final int BACKLOG = 4096;

    /** Has an answer at once. */
    public static final String TRIVIAL = "/trivial";

    /** Has an answer once its request no longer waits among the {@link PendingRequests}. */
    public static final String WAITING = "/waiting";

    /** Stages a file, works for longer than anything is measured, and commits the file. */
    public static final String STAGING = "/a";

    /** Makes an object in a store, by an upload in parts. */
    public static final String STORING = "/object";

    /** The answer to everything. */
    public static final String ANSWER = "Hello.\n";

    private Endpoints() {
    }

    /** A new array with the answer's bytes. */
    public static byte[] answer() {
        return ANSWER.getBytes(StandardCharsets.US_ASCII);
    }
}
