package workshop.testkit.container;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;

/**
 * The ways of clients that speak HTTP/2, each in a container of its own. They know that the server does, and begin with it.
 */
public enum Http2WayOfLeaving implements Leaving {
    CURL_KILLED("curl --http2-prior-knowledge in a container, killed", ClientContainer::kill,
                (uri, _) -> ClientContainer.curl(uri, Http2WayOfLeaving.CURL_OPTION)),
    CURL_INTERRUPTED("curl --http2-prior-knowledge in a container, stopped by Ctrl-C (SIGINT)", curl -> curl.signal("INT"),
                     (uri, _) -> ClientContainer.curl(uri, Http2WayOfLeaving.CURL_OPTION)),
    CURL_TIMED_OUT("curl --http2-prior-knowledge in a container, whose --max-time is over", ClientContainer::awaitEnd,
                   (uri, leaves) -> ClientContainer.curl(uri, Http2WayOfLeaving.CURL_OPTION, "--max-time", leaves ? "1" : "60")),
    NGHTTP_KILLED("nghttp in a container, killed", ClientContainer::kill,
                  (uri, _) -> ClientContainer.nghttp(uri)),
    NGHTTP_TIMED_OUT("nghttp in a container, whose --timeout is over", ClientContainer::awaitEnd,
                     (uri, leaves) -> ClientContainer.nghttp(uri, "--timeout", leaves ? "1s" : "60s"));

    private static final String CURL_OPTION = "--http2-prior-knowledge";

    private final String description;
    private final Consumer<ClientContainer> way;
    private final BiFunction<URI, Boolean, ClientContainer> start;

    Http2WayOfLeaving(String description, Consumer<ClientContainer> way, BiFunction<URI, Boolean, ClientContainer> start) {
        this.description = description;
        this.way = way;
        this.start = start;
    }

    @Override
    public LeavingClient client(URI uri, boolean leaves) {
        return LeavingClient.of(start.apply(uri, leaves), way, ClientContainer::answer, ClientContainer::close);
    }

    @Override
    public String toString() {
        return description;
    }
}
