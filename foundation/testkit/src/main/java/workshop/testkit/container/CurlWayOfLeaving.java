package workshop.testkit.container;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;

/**
 * The ways of {@code curl} on another machine: in a container of its own.
 */
public enum CurlWayOfLeaving implements Leaving {
    /** Ctrl-C. */
    INTERRUPTED("curl in a container, stopped by Ctrl-C (SIGINT)", curl -> curl.signal("INT"), _ -> List.of()),
    /** {@code docker kill}. */
    KILLED("curl in a container, killed", ClientContainer::kill, _ -> List.of()),
    /** {@code docker stop}. */
    STOPPED("curl in a container that is stopped (SIGTERM)", ClientContainer::stop, _ -> List.of()),
    /** {@code --max-time}: it gives up by itself. */
    TIMED_OUT("curl in a container, whose --max-time is over", ClientContainer::awaitEnd,
              leaves -> List.of("--max-time", leaves ? "1" : "60")),
    /** {@code --no-keepalive}: its TCP stack never asks whether the server is still there. */
    WITHOUT_KEEPALIVE("curl --no-keepalive in a container, killed", ClientContainer::kill, _ -> List.of("--no-keepalive")),
    /** Killed in the middle of its request body. */
    UPLOADING("curl in a container, killed in the middle of its upload", ClientContainer::kill,
              leaves -> List.of("--header", "Expect:", "--limit-rate", leaves ? "1k" : "1m", "--upload-file", "/upload"));

    private final String description;
    private final Consumer<ClientContainer> way;
    private final Function<Boolean, List<String>> options;

    CurlWayOfLeaving(String description, Consumer<ClientContainer> way, Function<Boolean, List<String>> options) {
        this.description = description;
        this.way = way;
        this.options = options;
    }

    @Override
    public LeavingClient client(URI uri, boolean leaves) {
        var curl = ClientContainer.curl(uri, options.apply(leaves).toArray(String[]::new));
        return LeavingClient.of(curl, way, ClientContainer::answer, ClientContainer::close);
    }

    @Override
    public String toString() {
        return description;
    }
}
