package workshop.lab.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The messages that one page has not had yet. A page that does not take them in time is cut off; it connects again and
 * gets everything anew.
 */
public final class Subscription {
    private static final int MOST = 10_000;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>(MOST);
    private volatile boolean open = true;

    /** Whether this subscription goes on. */
    boolean offer(String message) {
        open = open && messages.offer(message);
        return open;
    }

    /** Whether more can come. */
    public boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
        messages.clear();
        messages.offer(""); // whoever waits for the next message looks again
    }

    /** Waits for a message; nothing if none has come in this time, or the subscription has ended. */
    public Optional<String> next(Duration longest) throws InterruptedException {
        var message = messages.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(message).filter(any -> open);
    }
}
