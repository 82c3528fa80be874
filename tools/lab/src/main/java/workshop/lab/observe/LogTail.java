package workshop.lab.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;

/**
 * The last lines of a server's log, as the pages see them.
 */
final class LogTail {
    private static final int LINES = 300;
    private static final int LONGEST = 1000;

    private final String prefix;
    private final Feed feed;
    private final Deque<String> printed = new ArrayDeque<>();
    private int count;

    LogTail(String prefix, Feed feed) {
        this.prefix = prefix;
        this.feed = feed;
    }

    void clear() {
        printed.clear();
        feed.forget(prefix);
    }

    /** A line that the server has printed, with the number of the request that it belongs to; 0 if that is not known. */
    void add(String text, int request) {
        printed.addLast(text);
        if (printed.size() > LINES) {
            printed.removeFirst();
        }
        publish(text, request, false);
    }

    /** A line that the lab adds. */
    void note(String text) {
        publish(text, 0, true);
    }

    /** The last lines that the server has printed. */
    List<String> last(int many) {
        return printed.stream().skip(Math.max(0, printed.size() - many)).toList();
    }

    private void publish(String text, int request, boolean note) {
        count++;
        feed.publish(key(count), JsonObject.builder()
                .set("id", count)
                .set("text", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .set("request", request)
                .set("note", note));
        if (count > LINES) {
            feed.forget(key(count - LINES));
        }
    }

    private String key(int id) {
        return prefix + id + "/";
    }
}
