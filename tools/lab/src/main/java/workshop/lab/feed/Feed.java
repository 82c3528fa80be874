package workshop.lab.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.helidon.json.JsonObject;

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
    private static final String KEY = "key";
    private static final String GONE = "gone";

    private final long start = System.nanoTime();
    private final Map<String, String> retained = new LinkedHashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
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

    /** Begins to tell one more page; the subscription has ended already if the feed has. */
    public synchronized Subscription subscribe() {
        var subscription = new Subscription();
        if (closed) {
            subscription.close();
            return subscription;
        }
        subscription.offer(JsonObject.builder().set(GONE, "").set("now", now()).build().toString());
        retained.values().forEach(subscription::offer);
        subscriptions.add(subscription);
        return subscription;
    }

    /** Tells a page no more. */
    public synchronized void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Ends all subscriptions. */
    @Override
    public synchronized void close() {
        closed = true;
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    private void tell(String message) {
        subscriptions.removeIf(subscription -> !subscription.offer(message));
    }
}
