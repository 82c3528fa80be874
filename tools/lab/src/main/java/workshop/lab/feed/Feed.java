package workshop.lab.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.helidon.http.sse.SseEvent;
import io.helidon.json.JsonObject;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;

/**
 * What the pages are told. Each message has a key, and replaces the one before it under the same key; a page that comes
 * later, or again, is told the last message of every key first. So the memory is bounded by the number of keys.
 * <p>
 * Keys are paths. What is to be taken back has a key that ends with a slash, so that it is not the beginning of another.
 * <p>
 * {@link java.util.concurrent.SubmissionPublisher} can't stand in for it: it has no way to tell one page what the others
 * know already.
 */
public final class Feed implements AutoCloseable {
    /** The last message: the feed has ended, or the page did not take its messages in time, and has to connect again. */
    public static final String END = "";

    private static final int MOST = 10_000;

    /** A page that has gone is found out by writing to it. */
    private static final int SECONDS_TO_SIGN_OF_LIFE = 5;
    private static final SseEvent SIGN_OF_LIFE = SseEvent.builder().comment("still here").build();

    private static final String KEY = "key";
    private static final String GONE = "gone";

    private final long start = System.nanoTime();
    private final Map<String, String> retained = new LinkedHashMap<>();
    private final List<BlockingQueue<String>> pages = new ArrayList<>();
    private boolean closed;

    /** Milliseconds since this feed began: the time of everything that is told. */
    public long now() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Tells something, unless it is what was told last under its key. */
    public synchronized void publish(String key, JsonObject.Builder message) {
        String complete = message.set(KEY, key).build().toString();
        if (!complete.equals(retained.put(key, complete))) {
            tell(complete);
        }
    }

    /** Takes back what was told under all keys with this beginning. */
    public synchronized void forget(String beginning) {
        if (retained.keySet().removeIf(key -> key.startsWith(beginning))) {
            tell(JsonObject.builder().set(GONE, beginning).build().toString());
        }
    }

    /** Tells one more page, as server-sent events (WHATWG HTML, section 9.2), until it has gone or this feed ends. */
    public void stream(ServerResponse response) throws InterruptedException {
        var messages = subscribe();
        try (var sink = response.sink(SseSink.TYPE)) {
            var next = messages.take();
            while (!END.equals(next)) {
                sink.emit(next == null ? SIGN_OF_LIFE : SseEvent.create(next));
                next = messages.poll(SECONDS_TO_SIGN_OF_LIFE, TimeUnit.SECONDS);
            }
        } finally {
            unsubscribe(messages);
        }
    }

    /** Begins to tell one more page: the messages that it has not had yet. */
    public synchronized BlockingQueue<String> subscribe() {
        var page = new LinkedBlockingQueue<String>(MOST);
        page.add(JsonObject.builder().set(GONE, "").set("now", now()).build().toString());
        page.addAll(retained.values());
        pages.add(page);
        if (closed) {
            close();
        }
        return page;
    }

    /** Tells a page no more. */
    public synchronized void unsubscribe(BlockingQueue<String> page) {
        pages.remove(page);
    }

    /** Ends all that is told. */
    @Override
    public synchronized void close() {
        closed = true;
        pages.forEach(Feed::end);
        pages.clear();
    }

    private void tell(String message) {
        pages.removeIf(page -> !page.offer(message) && end(page));
    }

    private static boolean end(BlockingQueue<String> page) {
        page.clear();
        return page.add(END);
    }
}
