package workshop.lab.web;

import java.time.Duration;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;

import workshop.lab.feed.Feed;

/**
 * The feed as server-sent events (WHATWG HTML, section 9.2).
 */
final class FeedStream implements HttpService {
    /** A page that has gone is found out by writing to it. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
    private static final SseEvent SIGN_OF_LIFE = SseEvent.builder().comment("still here").build();

    private final Feed feed;

    FeedStream(Feed feed) {
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
                sink.emit(subscription.next(BETWEEN_SIGNS_OF_LIFE).map(SseEvent::create).orElse(SIGN_OF_LIFE));
            }
        } finally {
            feed.unsubscribe(subscription);
        }
    }
}
