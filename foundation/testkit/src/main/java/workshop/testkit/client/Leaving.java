package workshop.testkit.client;

import java.net.URI;

/**
 * How a client can end a request before its answer. Each way has a counterpart that stays: the same client, which
 * waits for the answer.
 */
public interface Leaving {
    /**
     * Sends a request from a client that is going to leave.
     *
     * @param uri what it asks for
     * @return the client; it has sent what it sends, or is about to
     */
    LeavingClient leavingClient(URI uri);

    /**
     * Sends a request from the same client, which is going to stay.
     *
     * @param uri what it asks for
     * @return the client; it has sent what it sends, or is about to
     */
    LeavingClient stayingClient(URI uri);
}
