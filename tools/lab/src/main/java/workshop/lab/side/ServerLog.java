package workshop.lab.side;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;
import workshop.lab.server.LogLine;

/**
 * What a server prints: its last lines, as the pages see them, and what they tell of its requests. They tell which thread handles
 * which request of which client's port, and so which line, and which file, belongs to it. Where two requests could be meant, none is
 * named.
 */
final class ServerLog {
    private static final int LINES = 300;
    private static final int LONGEST = 1000;
    private static final int LAST = 8;

    private final String prefix;
    private final ObservedRequests requests;
    private final Feed feed;
    private final Deque<String> last = new ArrayDeque<>();
    private int count;

    ServerLog(String side, ObservedRequests requests, Feed feed) {
        this.prefix = side + "/log/";
        this.requests = requests;
        this.feed = feed;
    }

    synchronized void clear() {
        last.clear();
        feed.forget(prefix);
    }

    /** The lab itself has something to say between the lines. */
    synchronized void note(String text) {
        publish(text, 0, true);
    }

    /** The last few lines, as a user of the server would read them. */
    synchronized List<String> last() {
        return List.copyOf(last);
    }

    /** The server has printed a line. */
    synchronized void printed(String text) {
        var line = LogLine.of(text);
        int request = tells(line);
        if (!line.isForTheLabAlone()) {
            last.addLast(line.message());
            if (last.size() > LAST) {
                last.removeFirst();
            }
            publish(line.message(), request, false);
        }
    }

    private void publish(String text, int request, boolean note) {
        count++;
        feed.publish(prefix + count + "/", JsonObject.builder()
                .set("id", count)
                .set("text", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .set("request", request)
                .set("note", note));
        feed.forget(prefix + (count - LINES) + "/");
    }

    /** The number of the request that a line belongs to; 0 if that is not known. */
    private int tells(LogLine line) {
        synchronized (requests) {
            line.handlerBegins().flatMap(requests::of).ifPresent(request -> {
                request.thread = line.thread();
                requests.saw(request, Moment.BEGUN);
            });
            line.handlerEnds().flatMap(requests::of).ifPresent(request -> {
                request.thread = null;
                requests.saw(request, Moment.ENDED);
                request.closeIfDone();
            });
            var request = requests.lastThat(any -> line.thread().equals(any.thread)).or(() -> onlyOneNoticedBy(line));
            request.ifPresent(known -> tells(line, known));
            return request.map(known -> known.number).orElse(0);
        }
    }

    private void tells(LogLine line, ObservedRequest request) {
        line.newFile().ifPresent(path -> {
            request.sawNewFile(Path.of(path), feed.now());
            requests.publish(request);
        });
        if (line.isNotice()) {
            requests.saw(request, Moment.NOTICED);
        }
    }

    /** Which request a notice belongs to is known if it can be but one. */
    private Optional<ObservedRequest> onlyOneNoticedBy(LogLine line) {
        var left = requests.that(request -> request.has(Moment.LEFT) && !request.has(Moment.NOTICED) && request.handlerRuns());
        return line.isNotice() && left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }
}
