package workshop.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.helidon.json.JsonObject;

/**
 * The last lines of a server's log, as the pages see them.
 */
final class LogView {
    private record Entry(int id, String text, int lane, boolean note) {
    }

    private static final int LONGEST = 1000;

    private final String prefix;
    private final Feed feed;
    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int count;

    LogView(String prefix, Feed feed, int most) {
        this.prefix = prefix;
        this.feed = feed;
        this.most = most;
    }

    void clear() {
        entries.clear();
        feed.forget(prefix);
    }

    /** A line that the server has printed, with the number of the request that it belongs to, if that is known. */
    void add(String text, Optional<Integer> lane) {
        add(new Entry(++count, text, lane.orElse(0), false));
    }

    /** A line that the lab adds. */
    void note(String text) {
        add(new Entry(++count, text, 0, true));
    }

    /** Adds to the last line; {@code false} if there is none to add to. */
    boolean addToLast(String text) {
        var last = entries.peekLast();
        if (last == null || last.note()) {
            return false;
        }
        entries.removeLast();
        add(new Entry(last.id(), last.text() + text, last.lane(), false));
        return true;
    }

    List<String> lastOfServer(int many) {
        var texts = entries.stream().filter(entry -> !entry.note()).map(Entry::text).toList();
        return texts.subList(Math.max(0, texts.size() - many), texts.size());
    }

    private void add(Entry entry) {
        entries.addLast(entry);
        String text = entry.text().length() > LONGEST ? entry.text().substring(0, LONGEST) + "…" : entry.text();
        feed.publish(key(entry), JsonObject.builder()
                .set("id", entry.id()).set("text", text).set("lane", entry.lane()).set("note", entry.note()));
        if (entries.size() > most) {
            feed.forget(key(entries.removeFirst()));
        }
    }

    /** The dot at the end keeps one key from being the beginning of another. */
    private String key(Entry entry) {
        return prefix + entry.id() + ".";
    }
}
