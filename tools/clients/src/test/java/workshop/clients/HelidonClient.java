package workshop.clients;

import java.net.URI;
import java.util.List;

import io.helidon.webclient.api.WebClient;

/**
 * {@link WebClient} of Helidon SE.
 */
final class HelidonClient implements JvmClient {
    private final WebClient web = WebClient.builder().shareConnectionCache(false).build();

    @Override
    public String name() {
        return "`WebClient` of Helidon";
    }

    @Override
    public int get(URI uri) {
        return web.get(uri.toString()).request(String.class).status().code();
    }

    private Object getWithTimeout(URI uri) {
        // tag::time-out[]
        return web.get(uri.toString()).readTimeout(LIMIT).request(String.class); // UncheckedIOException
        // end::time-out[]
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`readTimeout`", this::getWithTimeout),
                WayToGiveUp.interrupted(this::get),
                WayToGiveUp.interruptedPlatformThread(this::get));
    }

    @Override
    public void close() {
        web.closeResource();
    }
}
