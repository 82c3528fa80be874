package workshop.room;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.helidon.json.JsonObject;
import io.helidon.json.JsonParser;

/** The instructor's page, as far as it hears: it keeps of each learner what it was told last, as {@code room.js} does. */
final class PageFeed implements AutoCloseable {
    /** More than it takes until somebody who is silent is away, and is heard of again. */
    private static final Duration CAP = Duration.ofSeconds(40);
    private static final String DATA = "data:";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Learner> learners = new LinkedHashMap<>();
    private long start;

    PageFeed(URI page) {
        http.sendAsync(HttpRequest.newBuilder(page.resolve("events")).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().filter(line -> line.startsWith(DATA)).forEach(this::take),
                                 Thread::startVirtualThread);
    }

    /** Waits until the page shows what is wanted, or for the longest time; returns what it shows then. */
    synchronized List<Learner> await(Predicate<Collection<Learner>> wanted) throws InterruptedException {
        long end = System.nanoTime() + CAP.toNanos();
        for (long left = CAP.toNanos(); left > 0 && !wanted.test(learners.values()); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return List.copyOf(learners.values());
    }

    /** How long the page shows that a learner's test has been red by now. */
    synchronized Duration red(Learner learner) {
        return Duration.ofSeconds(learner.report().seconds()).plus(now()).minus(learner.heard());
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private synchronized void take(String line) {
        JsonObject message = JsonParser.create(line.substring(DATA.length())).readJsonObject();
        String gone = message.stringValue("gone").orElse(null);
        if (gone == null) {
            learners.put(message.stringValue("key").orElseThrow(), learner(message));
        } else if (gone.isEmpty()) {
            learners.clear();
            start = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(message.intValue("now").orElseThrow());
        } else {
            learners.remove(gone);
        }
        notifyAll();
    }

    private static Learner learner(JsonObject message) {
        return new Learner(message.stringValue("id").orElseThrow(), Report.from(message.objectValue("report").orElseThrow()),
                           Duration.ofMillis(message.intValue("heard").orElseThrow()), message.booleanValue("here").orElseThrow());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
