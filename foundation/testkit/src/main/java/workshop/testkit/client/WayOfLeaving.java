package workshop.testkit.client;

import java.net.URI;
import java.util.function.Consumer;

/**
 * The ways of a client on this machine.
 */
public enum WayOfLeaving implements Leaving {
    /** The socket is closed: TCP FIN. */
    FIN("closing its socket (FIN)", socket(SocketClient::close)),
    /** The connection is reset: TCP RST, as when a process dies with unread data. */
    RST("resetting the connection (RST)", socket(SocketClient::reset)),
    /** Only the sending side is closed (RFC 9112, section 9.6); the client could still read. */
    HALF_CLOSE("closing its sending side (half-close)", socket(SocketClient::closeSending)),
    /** The socket is closed before the request body is complete. */
    TRUNCATED_BODY("closing in the middle of its request body", (uri, leaves) ->
            new LeavingSocket(SocketClient.connect(uri).post(uri.getPath(), 20, "first half"), "the rest..", SocketClient::close)),
    /** {@code curl}, stopped by Ctrl-C. */
    CURL_INTERRUPTED("curl, stopped by Ctrl-C (SIGINT)", (uri, leaves) -> Curl.start(Curl::interrupt, uri.toString())),
    /** {@code curl}, killed. */
    CURL_KILLED("curl, killed", (uri, leaves) -> Curl.start(Curl::kill, uri.toString())),
    /** {@code curl --max-time}, which gives up by itself. */
    CURL_TIMED_OUT("curl, whose --max-time is over", (uri, leaves) ->
            Curl.start(Curl::awaitEnd, "--max-time", leaves ? "1" : "60", uri.toString()));

    private final String description;
    private final Request request;

    /** How a client of this way sends its request. */
    @FunctionalInterface
    private interface Request {
        LeavingClient send(URI uri, boolean leaves);
    }

    WayOfLeaving(String description, Request request) {
        this.description = description;
        this.request = request;
    }

    private static Request socket(Consumer<SocketClient> way) {
        return (uri, leaves) -> new LeavingSocket(SocketClient.connect(uri).get(uri.getPath()), "", way);
    }

    @Override
    public LeavingClient leavingClient(URI uri) {
        return request.send(uri, true);
    }

    @Override
    public LeavingClient stayingClient(URI uri) {
        return request.send(uri, false);
    }

    @Override
    public String toString() {
        return description;
    }
}
