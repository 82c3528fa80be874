package workshop.lab.side;

import workshop.lab.server.Origin;

/**
 * A request that a client of the lab has sent.
 */
interface SentRequest {
    /** What {@link #status()} is where there is none. */
    int NO_ANSWER = 0;

    Origin origin();

    /** Waits for the whole answer, and returns its status; {@link #NO_ANSWER} if the connection or the stream ends before it. */
    int status();

    /** Leaves, in one of the ways. */
    void hangUp(WayToHangUp way);

    /** Gives back what nobody else uses. */
    void close();
}
