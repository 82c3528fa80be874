package workshop.lab.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.helidon.json.JsonObject;
import io.helidon.json.JsonParser;

import workshop.lab.feed.Feed;

/**
 * Looks at a server's directory ten times a second, since not every system tells of changes in time, and twice a second at its
 * metrics: what a server tells from step 04 on under {@code /observe/metrics}, in JSON.
 */
final class ServerPoll implements AutoCloseable {
    /** The first step whose server has metrics. */
    static final int FIRST_STEP_WITH_METRICS = 4;

    private static final int BETWEEN_MILLIS = 100;
    private static final int LOOKS_PER_COUNT = 5;
    private static final String METRICS = "/observe/metrics?scope=application";
    private static final int CAP_MILLIS = 1000;
    private static final String OUTCOME = "workshop_outcomes;outcome=";
    private static final String PARTS = "workshop_parts_running";

    private final String side;
    private final Path directory;
    private final Supplier<URI> server;
    private final ObservedRequests requests;
    private final Feed feed;
    private final Thread thread;
    private long shownSince;

    /** Begins to look. The directory may be absent; the address of the server is {@code null} while it has no metrics. */
    ServerPoll(String side, Path directory, Supplier<URI> server, ObservedRequests requests, Feed feed) {
        this.side = side;
        this.directory = directory;
        this.server = server;
        this.requests = requests;
        this.feed = feed;
        this.thread = Thread.startVirtualThread(this::poll);
    }

    /** Forgets everything, and what is being looked at in this moment. */
    void clear() {
        show(new DirectoryListing(feed.now(), Map.of()));
        feed.forget(side + "/metrics");
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void poll() {
        try {
            for (int look = 0;; look++) {
                list();
                if (look % LOOKS_PER_COUNT == 0) {
                    count();
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            // the lab ends
        }
    }

    private void list() {
        try {
            show(DirectoryListing.of(directory, feed.now()));
        } catch (IOException | UncheckedIOException e) {
            // the directory is being removed: the next look tells more
        }
    }

    private void show(DirectoryListing listing) {
        synchronized (requests) {
            if (listing.since() < shownSince) {
                return;
            }
            shownSince = listing.since();
            requests.that(request -> request.file != null && request.at(Moment.WRITTEN) < listing.since()).forEach(request -> {
                request.sawDirectory(listing, feed.now());
                requests.publish(request);
            });
            feed.publish(side + "/files", listing.toJson(requests.that(any -> true)));
        }
    }

    private void count() {
        URI address = server.get();
        if (address == null) {
            return;
        }
        try {
            var connection = (HttpURLConnection) address.resolve(METRICS).toURL().openConnection();
            connection.setConnectTimeout(CAP_MILLIS);
            connection.setReadTimeout(CAP_MILLIS);
            connection.setRequestProperty("Accept", "application/json");
            try (var json = connection.getInputStream()) {
                var numbers = numbers(new String(json.readAllBytes(), StandardCharsets.UTF_8));
                feed.publish(side + "/metrics", JsonObject.builder()
                        .set("address", address.toString()) // a page shows the metrics only while the server is there
                        .set("numbers", object -> numbers.forEach(object::set)));
            }
        } catch (IOException e) {
            // it does not answer in time, or not at all
        }
    }

    /** The numbers by name: the outcomes, and {@code parts running}. */
    static Map<String, Long> numbers(String json) {
        var metrics = JsonParser.create(json).readJsonObject();
        var numbers = new TreeMap<String, Long>();
        for (String key : metrics.keysAsStrings()) {
            if (key.startsWith(OUTCOME)) {
                numbers.put(key.substring(OUTCOME.length()), metrics.longValue(key, 0));
            } else if (key.equals(PARTS)) {
                numbers.put("parts running", metrics.longValue(key, 0));
            }
        }
        return numbers;
    }
}
