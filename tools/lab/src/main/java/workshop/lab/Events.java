package workshop.lab;

import java.time.Duration;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;

/**
 * The feed as server-sent events (WHATWG HTML, section 9.2).
 */
final class Events implements HttpService {
    /** A page that has gone is found out by writing to it. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);

    private final Feed feed;

    Events(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::stream);
    }

    private void stream(ServerRequest request, ServerResponse response) throws InterruptedException {
        var subscription = feed.subscribe();
        try (var sink = response.sink(SseSink.TYPE)) {
            while (subscription.isOpen()) {
                var message = subscription.next(BETWEEN_SIGNS_OF_LIFE);
                sink.emit(message.map(SseEvent::create)
                                  .orElseGet(() -> SseEvent.builder().comment("still here").build()));
            }
        } finally {
            feed.unsubscribe(subscription);
        }
    }
}
