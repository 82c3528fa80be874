package workshop.lab.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.helidon.json.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The feed")
class FeedTest {
    private final Feed feed = new Feed();

    @Test
    @DisplayName("tells a page that comes later the last message of every key, and no older one")
    void replays() {
        feed.publish("a", JsonObject.builder().set("x", 1));
        feed.publish("b", JsonObject.builder().set("x", 2));
        feed.publish("a", JsonObject.builder().set("x", 3));

        assertThat(told(feed.subscribe()).subList(1, 3)).containsExactly("{\"x\":3,\"key\":\"a\"}", "{\"x\":2,\"key\":\"b\"}");
    }

    @Test
    @DisplayName("tells nothing that has been told already")
    void tellsChanges() {
        var page = feed.subscribe();
        feed.publish("a", JsonObject.builder().set("x", 1));
        feed.publish("a", JsonObject.builder().set("x", 1));

        assertThat(told(page)).hasSize(2);
    }

    @Test
    @DisplayName("forgets what it takes back")
    void forgets() {
        feed.publish("left/request/1/", JsonObject.builder().set("x", 1));
        feed.publish("left/request/10/", JsonObject.builder().set("x", 1));
        feed.forget("left/request/1/");

        assertThat(told(feed.subscribe())).hasSize(2).last().asString().contains("left/request/10/");
    }

    @Test
    @DisplayName("cuts off a page that takes nothing in, and keeps serving the others")
    void slowPage() {
        var slow = feed.subscribe();
        for (int i = 0; i < 20_000; i++) {
            feed.publish("a", JsonObject.builder().set("x", i));
        }
        assertThat(told(slow)).containsExactly(Feed.END);

        var other = feed.subscribe();
        feed.publish("a", JsonObject.builder().set("x", -1));
        assertThat(told(other)).last().asString().contains("-1");
    }

    @Test
    @DisplayName("ends a page's wait when it is closed")
    void closes() throws InterruptedException {
        var page = feed.subscribe();
        told(page);
        Thread.startVirtualThread(feed::close);

        assertThat(page.poll(1, TimeUnit.MINUTES)).isEqualTo(Feed.END);
        assertThat(told(page)).isEmpty();
        assertThat(told(feed.subscribe())).containsExactly(Feed.END);
    }

    private static List<String> told(Queue<String> page) {
        var told = new ArrayList<>(page);
        page.clear();
        return told;
    }
}
