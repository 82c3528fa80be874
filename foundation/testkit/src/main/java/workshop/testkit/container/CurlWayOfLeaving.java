package workshop.testkit.container;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import org.testcontainers.containers.Network;

import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;

/**
 * The ways of {@code curl} on another machine: in a container of its own.
 */
public enum CurlWayOfLeaving implements Leaving {
    /** Ctrl-C. */
    INTERRUPTED("curl in a container, stopped by Ctrl-C (SIGINT)", CurlContainer::interrupt),
    /** {@code docker kill}. */
    KILLED("curl in a container, killed", CurlContainer::kill),
    /** {@code docker stop}. */
    STOPPED("curl in a container that is stopped (SIGTERM)", CurlContainer::stop),
    /** {@code --max-time}: it gives up by itself. */
    TIMED_OUT("curl in a container, whose --max-time is over", CurlContainer::awaitEnd) {
        @Override
        List<String> options(boolean leaves) {
            return List.of("--max-time", leaves ? "1" : "60");
        }
    },
    /** {@code --no-keepalive}: its TCP stack never asks whether the server is still there. */
    WITHOUT_KEEPALIVE("curl --no-keepalive in a container, killed", CurlContainer::kill) {
        @Override
        List<String> options(boolean leaves) {
            return List.of("--no-keepalive");
        }
    },
    /** Killed in the middle of its request body. */
    UPLOADING("curl in a container, killed in the middle of its upload", CurlContainer::kill) {
        @Override
        List<String> options(boolean leaves) {
            return List.of("--header", "Expect:", "--limit-rate", leaves ? "1k" : "1m", "--upload-file", "/upload");
        }
    };

    private final String description;
    private final Consumer<CurlContainer> way;

    CurlWayOfLeaving(String description, Consumer<CurlContainer> way) {
        this.description = description;
        this.way = way;
    }

    @Override
    public LeavingClient leavingClient(URI uri) {
        return CurlContainer.start(way, Network.SHARED, uri, options(true));
    }

    @Override
    public LeavingClient stayingClient(URI uri) {
        return CurlContainer.start(way, Network.SHARED, uri, options(false));
    }

    @Override
    public String toString() {
        return description;
    }

    List<String> options(boolean leaves) {
        return List.of();
    }
}
