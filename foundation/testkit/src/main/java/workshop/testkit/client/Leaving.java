package workshop.testkit.client;

import java.net.URI;

/**
 * How a client can end a request before its answer. Each way has a counterpart that stays: the same client, which
 * waits for the answer.
 */
public interface Leaving {
    /** Sends a request from a client that either leaves or stays. It has sent what it sends then, or is about to. */
    LeavingClient client(URI uri, boolean leaves);

    /** Sends a request from a client that is going to leave. */
    default LeavingClient leavingClient(URI uri) {
        return client(uri, true);
    }

    /** Sends a request from the same client, which is going to stay. */
    default LeavingClient stayingClient(URI uri) {
        return client(uri, false);
    }
}
