package workshop.lab.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import workshop.lab.feed.Feed;
import workshop.testkit.client.SocketClient;

/**
 * The latest requests to one server, and the sums over all of them, as the pages see them.
 */
final class ObservedRequests {
    private static final int MOST = 100;

    private final String side;
    private final Feed feed;
    private final Map<Integer, ObservedRequest> byNumber = new TreeMap<>();
    private final Map<Integer, ObservedRequest> byPort = new HashMap<>();
    private final Map<String, ObservedRequest> byThread = new HashMap<>();
    private Sums forgotten = Sums.NONE;
    private int count;

    ObservedRequests(String side, Feed feed) {
        this.side = side;
        this.feed = feed;
    }

    void clear() {
        byNumber.clear();
        byPort.clear();
        byThread.clear();
        forgotten = Sums.NONE;
        count = 0;
        feed.forget(side + "/request/");
        publishSums();
    }

    ObservedRequest add(SocketClient client, int run) {
        var request = new ObservedRequest(++count, run, client);
        byNumber.put(request.number, request);
        byPort.put(client.port(), request);
        saw(request, Moment.SENT);
        if (byNumber.size() > MOST) {
            that(each -> !each.isActive(feed.now())).stream().findFirst().ifPresent(this::forget);
        }
        return request;
    }

    Optional<ObservedRequest> ofPort(int port) {
        return Optional.ofNullable(byPort.get(port));
    }

    void handledBy(String thread, ObservedRequest request) {
        byThread.put(thread, request);
    }

    /** The request that a thread handles, if it handles one. */
    Optional<ObservedRequest> ofThread(String thread) {
        return Optional.ofNullable(byThread.get(thread));
    }

    void endedOn(String thread) {
        byThread.remove(thread);
    }

    /** Those that are wanted, the first one first. */
    List<ObservedRequest> that(Predicate<ObservedRequest> wanted) {
        return byNumber.values().stream().filter(wanted).toList();
    }

    /** Something of a request is seen now. */
    void saw(ObservedRequest request, Moment moment) {
        request.saw(moment, feed.now());
        publish(request);
    }

    /** Tells the pages what has been seen of a request. */
    void publish(ObservedRequest request) {
        if (byNumber.containsValue(request)) {
            feed.publish(key(request), request.toJson());
            publishSums();
        }
    }

    private void forget(ObservedRequest oldest) {
        byNumber.remove(oldest.number);
        byPort.values().remove(oldest);
        byThread.values().remove(oldest);
        forgotten = forgotten.plus(oldest);
        feed.forget(key(oldest));
    }

    private void publishSums() {
        var sums = forgotten;
        for (var request : byNumber.values()) {
            sums = sums.plus(request);
        }
        feed.publish(side + "/sums", sums.toJson());
    }

    private String key(ObservedRequest request) {
        return side + "/request/" + request.number + "/";
    }
}
