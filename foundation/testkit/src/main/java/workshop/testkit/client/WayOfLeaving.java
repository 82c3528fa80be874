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
    TRUNCATED_BODY("closing in the middle of its request body", (uri, _) -> LeavingClient.of(
            SocketClient.connect(uri).post(uri.getPath(), 20, "first half"), SocketClient::close,
            client -> client.send("the rest..").answer(), SocketClient::close)),
    /** {@code curl}, stopped by Ctrl-C. */
    CURL_INTERRUPTED("curl, stopped by Ctrl-C (SIGINT)", (uri, _) -> curl(Curl::interrupt, uri.toString())),
    /** {@code curl}, killed. */
    CURL_KILLED("curl, killed", (uri, _) -> curl(Curl::kill, uri.toString())),
    /** {@code curl --max-time}, which gives up by itself. */
    CURL_TIMED_OUT("curl, whose --max-time is over", (uri, leaves) ->
            curl(Curl::awaitEnd, "--max-time", leaves ? "1" : "60", uri.toString()));

    private final String description;
    private final Leaving way;

    WayOfLeaving(String description, Leaving way) {
        this.description = description;
        this.way = way;
    }

    @Override
    public LeavingClient client(URI uri, boolean leaves) {
        return way.client(uri, leaves);
    }

    @Override
    public String toString() {
        return description;
    }

    private static Leaving socket(Consumer<SocketClient> way) {
        return (uri, _) -> LeavingClient.of(SocketClient.connect(uri).get(uri.getPath()), way, SocketClient::answer, SocketClient::close);
    }

    private static LeavingClient curl(Consumer<Curl> way, String... arguments) {
        return LeavingClient.of(Curl.start(arguments), way, Curl::answer, Curl::close);
    }
}
