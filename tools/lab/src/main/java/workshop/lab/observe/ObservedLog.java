package workshop.lab.observe;

import java.nio.file.Path;
import java.util.Optional;

import workshop.lab.feed.Feed;
import workshop.lab.server.LogLine;

/**
 * What a server's log tells of its requests. It tells which thread handles which client's port, and so which line, and
 * which file, belongs to which request.
 */
final class ObservedLog {
    private final ObservedRequests requests;
    private final LogTail tail;
    private final Feed feed;

    ObservedLog(ObservedRequests requests, LogTail tail, Feed feed) {
        this.requests = requests;
        this.tail = tail;
        this.feed = feed;
    }

    void printed(String text) {
        var line = LogLine.of(text);
        line.handlerBegins().flatMap(requests::ofPort).ifPresent(request -> begins(request, line.thread()));
        line.handlerEnds().flatMap(requests::ofPort).ifPresent(request -> ends(request, line.thread()));
        if (!line.isForTheLabAlone()) {
            var request = requests.ofThread(line.thread()).or(() -> line.isNotice() ? onlyOneThatLeft() : Optional.empty());
            request.ifPresent(known -> tells(line, known));
            tail.add(line.message(), request.map(known -> known.number).orElse(0));
        }
    }

    private void begins(ObservedRequest request, String thread) {
        requests.handledBy(thread, request);
        requests.saw(request, Moment.BEGUN);
    }

    private void ends(ObservedRequest request, String thread) {
        requests.endedOn(thread);
        requests.saw(request, Moment.ENDED);
        if (request.canClose()) {
            request.client.close();
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
    private Optional<ObservedRequest> onlyOneThatLeft() {
        var left = requests.that(request -> request.has(Moment.LEFT) && !request.has(Moment.NOTICED) && request.handlerRuns());
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }
}
