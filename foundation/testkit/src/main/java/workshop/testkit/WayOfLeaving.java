package workshop.testkit;

import java.net.URI;

/**
 * The ways of a client on this machine.
 */
public enum WayOfLeaving implements Leaving {
    /** The socket is closed: TCP FIN. */
    FIN("closing its socket (FIN)") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return new LeavingSocket(SocketClient.connect(uri).get(uri.getPath()), "", SocketClient::close);
        }
    },
    /** The connection is reset: TCP RST, as when a process dies with unread data. */
    RST("resetting the connection (RST)") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return new LeavingSocket(SocketClient.connect(uri).get(uri.getPath()), "", SocketClient::reset);
        }
    },
    /** Only the sending side is closed (RFC 9112, section 9.6); the client could still read. */
    HALF_CLOSE("closing its sending side (half-close)") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return new LeavingSocket(SocketClient.connect(uri).get(uri.getPath()), "", SocketClient::closeSending);
        }
    },
    /** The socket is closed before the request body is complete. */
    TRUNCATED_BODY("closing in the middle of its request body") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return new LeavingSocket(SocketClient.connect(uri).post(uri.getPath(), 20, "first half"), "the rest..",
                                     SocketClient::close);
        }
    },
    /** {@code curl}, stopped by Ctrl-C. */
    CURL_INTERRUPTED("curl, stopped by Ctrl-C (SIGINT)") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return Curl.start(Curl::interrupt, uri.toString());
        }
    },
    /** {@code curl}, killed. */
    CURL_KILLED("curl, killed") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return Curl.start(Curl::kill, uri.toString());
        }
    },
    /** {@code curl --max-time}, which gives up by itself. */
    CURL_TIMED_OUT("curl, whose --max-time is over") {
        @Override
        LeavingClient connect(URI uri, boolean leaves) {
            return Curl.start(Curl::awaitEnd, "--max-time", leaves ? "1" : "60", uri.toString());
        }
    };

    private final String description;

    WayOfLeaving(String description) {
        this.description = description;
    }

    @Override
    public LeavingClient leavingClient(URI uri) {
        return connect(uri, true);
    }

    @Override
    public LeavingClient stayingClient(URI uri) {
        return connect(uri, false);
    }

    @Override
    public String toString() {
        return description;
    }

    abstract LeavingClient connect(URI uri, boolean leaves);
}
