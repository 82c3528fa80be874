package workshop.lab.side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;
import workshop.lab.server.Origin;

/**
 * The latest requests to one server, and the sums over all of them, as the pages see them. What is seen of them comes from the
 * lab's clients, from the server's log and from its directory: whoever has seen something holds the lock of this object.
 */
final class ObservedRequests {
    private static final int MOST = 100;

    private final String side;
    private final Feed feed;
    private final List<ObservedRequest> latest = new ArrayList<>();
    private Sums forgotten = Sums.NONE;
    private int count;

    /** What a number of requests have come to: numbers of clients, and the work for nobody in milliseconds. */
    private record Sums(int sent, int answered, int left, int garbage, long wasted) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(ObservedRequest request) {
            return new Sums(sent + 1,
                            answered + (request.has(Moment.ANSWERED) && !request.keepsConnection() ? 1 : 0),
                            left + (request.has(Moment.LEFT) ? 1 : 0),
                            garbage + (request.leavesGarbage() ? 1 : 0),
                            wasted + request.wasted());
        }
    }

    ObservedRequests(String side, Feed feed) {
        this.side = side;
        this.feed = feed;
    }

    synchronized void clear() {
        latest.clear();
        forgotten = Sums.NONE;
        count = 0;
        feed.forget(side + "/request/");
        publishSums();
    }

    /** A client has sent its request now. */
    synchronized ObservedRequest add(SentRequest sent, int run) {
        var request = new ObservedRequest(++count, run, sent);
        latest.add(request);
        saw(request, Moment.SENT);
        if (latest.size() > MOST) {
            that(each -> !each.isActive(feed.now())).stream().findFirst().ifPresent(this::forget);
        }
        return request;
    }

    /** Whether anything can still happen by itself. */
    synchronized boolean isActive() {
        return lastThat(request -> request.isActive(feed.now())).isPresent();
    }

    /** Those that are wanted, the first one first. */
    synchronized List<ObservedRequest> that(Predicate<ObservedRequest> wanted) {
        return latest.stream().filter(wanted).toList();
    }

    /** The last one of those that are wanted. */
    Optional<ObservedRequest> lastThat(Predicate<ObservedRequest> wanted) {
        return that(wanted).reversed().stream().findFirst();
    }

    Optional<ObservedRequest> of(Origin origin) {
        return lastThat(request -> request.sent.origin().equals(origin));
    }

    /** Those that wait on the same connection as one that does. */
    List<ObservedRequest> waitingWith(ObservedRequest request) {
        int port = request.sent.origin().port();
        return that(any -> any.waits() && any.sent.origin().port() == port);
    }

    /** Something of a request is seen now. */
    synchronized void saw(ObservedRequest request, Moment moment) {
        request.saw(moment, feed.now());
        publish(request);
    }

    /** The server's process is gone. */
    synchronized void sawEndOfServer() {
        that(ObservedRequest::handlerRuns).forEach(request -> {
            request.killed = true;
            saw(request, Moment.ENDED);
        });
    }

    /** Tells the pages what has been seen of a request. */
    synchronized void publish(ObservedRequest request) {
        if (latest.contains(request)) {
            feed.publish(key(request), request.toJson());
            publishSums();
        }
    }

    private void forget(ObservedRequest oldest) {
        latest.remove(oldest);
        forgotten = forgotten.plus(oldest);
        feed.forget(key(oldest));
    }

    private void publishSums() {
        var sums = forgotten;
        for (var request : latest) {
            sums = sums.plus(request);
        }
        feed.publish(side + "/sums", JsonObject.builder()
                .set("sent", sums.sent).set("answered", sums.answered).set("left", sums.left)
                .set("garbage", sums.garbage).set("wasted", sums.wasted));
    }

    private String key(ObservedRequest request) {
        return side + "/request/" + request.number + "/";
    }
}
