package workshop.lab.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;

/**
 * What a server's directory shows of its requests, as the pages see it.
 */
final class ObservedDirectory {
    private static final int MOST = 40;

    private final String key;
    private final ObservedRequests requests;
    private final Feed feed;
    private DirectoryListing latest;

    ObservedDirectory(String key, ObservedRequests requests, Feed feed) {
        this.key = key;
        this.requests = requests;
        this.feed = feed;
        clear();
    }

    void clear() {
        latest = DirectoryListing.empty(feed.now());
        publish();
    }

    /** The directory looks like this. */
    void listed(DirectoryListing listing) {
        if (listing.since() < latest.since()) {
            return;
        }
        latest = listing;
        requests.that(request -> request.file != null && request.at(Moment.WRITTEN) < listing.since()).forEach(request -> {
            request.sawDirectory(listing, feed.now());
            requests.publish(request);
        });
        publish();
    }

    private void publish() {
        var writers = writers();
        var files = new ArrayList<JsonObject>();
        latest.staged().forEach((name, file) -> files.add(toJson(name, true, file, writers.getOrDefault(name, List.of()))));
        latest.committed().forEach((name, file) -> files.add(toJson(name, false, file, writers.getOrDefault(name, List.of()))));
        feed.publish(key, JsonObject.builder()
                .setValues("files", files.stream().limit(MOST).toList())
                .set("more", Math.max(0, files.size() - MOST)));
    }

    private static JsonObject toJson(String name, boolean staged, ListedFile file, List<ObservedRequest> writers) {
        return JsonObject.builder()
                .set("name", name)
                .set("staged", staged)
                .set("size", file.size())
                .set("writes", writers.size())
                .set("request", writers.isEmpty() ? 0 : writers.getLast().number)
                .set("garbage", (int) writers.stream().filter(ObservedRequest::leavesGarbage).count())
                .build();
    }

    /** The requests that have written each file, the last one last. */
    private Map<String, List<ObservedRequest>> writers() {
        return requests.that(request -> request.file != null && !request.has(Moment.REMOVED)).stream()
                .sorted(Comparator.comparingLong(request -> request.at(Moment.WRITTEN)))
                .collect(Collectors.groupingBy(request -> request.file));
    }
}
