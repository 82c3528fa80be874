package workshop.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

/**
 * Puts together what is seen of one server: by the lab's clients, in the server's log, and in its directory. Nothing is
 * concluded that can't be known: where two requests could be meant, none is named.
 */
final class Observations {
    private static final int LOG_LINES = 300;
    private static final int FILES_SHOWN = 40;

    private final String side;
    private final Feed feed;
    private final LogView log;
    private Lanes lanes = new Lanes();
    private Listing listing = new Listing(0, Map.of(), Map.of());

    Observations(String side, Feed feed) {
        this.side = side;
        this.feed = feed;
        this.log = new LogView(side + "/log/", feed, LOG_LINES);
    }

    /** Forgets everything. */
    synchronized void reset() {
        lanes = new Lanes();
        listing = new Listing(feed.now(), Map.of(), Map.of());
        log.clear();
        feed.forget(side + "/lane/");
        feed.forget(side + "/metrics");
        publishFiles();
        publishSums();
    }

    synchronized boolean isActive() {
        return !lanes.that(lane -> lane.isActive(feed.now())).isEmpty();
    }

    synchronized int openClients() {
        return lanes.openClients();
    }

    /** The client that waits, and was sent last. */
    synchronized Optional<Lane> latestThatWaits() {
        return lanes.latest(Lane::waits);
    }

    /** A client sends its request now. */
    synchronized Lane sent(Client client, int run) {
        var lane = lanes.add(client, run, feed.now());
        lanes.removeOldest(feed.now()).ifPresent(oldest -> feed.forget(key(oldest)));
        publish(lane);
        return lane;
    }

    /** A client leaves now; {@code false} if its wait is over. */
    synchronized boolean leaves(Lane lane, WayOfLeaving way) {
        if (!lane.waits()) {
            return false;
        }
        lane.left = feed.now();
        lane.way = way;
        lanes.countLeaving();
        publish(lane);
        return true;
    }

    /** A client is silent from now on; {@code false} if its wait is over. */
    synchronized boolean fallsSilent(Lane lane) {
        if (!lane.waits()) {
            return false;
        }
        lane.silent = feed.now();
        publish(lane);
        return true;
    }

    /** The whole answer is here; a client that has vanished does not look at it. */
    synchronized void answered(Lane lane, int status) {
        if (lane.left != Lane.NEVER) {
            return;
        }
        lane.answered = feed.now();
        lane.status = status;
        if (lane.silent == Lane.NEVER) {
            lanes.countAnswer();
        }
        publish(lane);
    }

    /** Whether an answered client can close: one that has vanished must not, until its handler has ended. */
    synchronized boolean nothingIsLeftToDisturb(Lane lane) {
        return lane.silent == Lane.NEVER || lane.ended != Lane.NEVER;
    }

    synchronized void brokenOff(Lane lane) {
        if (!lane.clientIsDone()) {
            lane.brokenOff = feed.now();
            publish(lane);
        }
    }

    /** The lab itself has something to say between the lines of the log. */
    synchronized void note(String text) {
        log.note(text);
    }

    /** The last lines that the server has printed. */
    synchronized List<String> lastLines(int many) {
        return log.lastOfServer(many);
    }

    /** The server has printed a line. */
    synchronized void printed(String text) {
        var line = LogLine.of(text);
        if (line.isForTheLabAlone()) {
            line.handlerBegins().flatMap(lanes::ofPort).ifPresent(lane -> begins(lane, line.thread()));
            line.handlerEnds().flatMap(lanes::ofPort).ifPresent(lane -> ends(lane, line.thread()));
            return;
        }
        var lane = lanes.ofThread(line.thread()).or(() -> line.isNotice() ? onlyOneThatLeft() : Optional.empty());
        lane.ifPresent(known -> tells(line, known));
        if (line.logger().isEmpty() && StackTrace.isFrame(text)) {
            return;
        }
        var exception = line.logger().isEmpty() ? StackTrace.exception(text) : Optional.<String>empty();
        if (exception.isPresent() && log.addToLast(": " + exception.get())) {
            return;
        }
        log.add(line.message(), lane.map(known -> known.number));
    }

    /** The server's process is gone. */
    synchronized void serverEnded() {
        for (Lane lane : lanes.that(Lane::handlerRuns)) {
            lane.ended = feed.now();
            lane.killed = true;
            publish(lane);
        }
        publishSums();
    }

    /** The directory looks like this. */
    synchronized void saw(Listing latest) {
        if (latest.since() < listing.since()) {
            return;
        }
        listing = latest;
        lanes.that(lane -> lane.file != null && lane.written < latest.since())
                .forEach(lane -> sawFile(lane, latest));
        publishFiles();
        publishSums();
    }

    /** The counters of the server look like this. */
    synchronized void counted(Map<String, Long> numbers) {
        var json = JsonObject.builder();
        numbers.forEach(json::set);
        feed.publish(side + "/metrics", JsonObject.builder().set("numbers", json.build()));
    }

    private void tells(LogLine line, Lane lane) {
        line.newFile().ifPresent(path -> wrote(lane, Path.of(path)));
        if (line.isNotice()) {
            lane.noticed = feed.now();
            publish(lane);
        }
    }

    private void begins(Lane lane, String thread) {
        lane.begun = feed.now();
        lanes.handledBy(thread, lane);
        publish(lane);
    }

    private void ends(Lane lane, String thread) {
        lane.ended = feed.now();
        lanes.endedOn(thread);
        if (lane.answered != Lane.NEVER && lane.silent != Lane.NEVER) {
            Thread.startVirtualThread(lane.client::close);
        }
        publish(lane);
    }

    private void wrote(Lane lane, Path path) {
        lane.file = path.getFileName().toString();
        lane.written = feed.now();
        Path parent = path.getParent();
        boolean staged = parent != null && parent.endsWith(Listing.STAGING);
        lane.shared = !staged;
        if (!staged) {
            lane.committed = lane.written;
        }
        publish(lane);
    }

    /** Which request a notice belongs to is known if it can be but one. */
    private Optional<Lane> onlyOneThatLeft() {
        var left = lanes.that(lane -> lane.left != Lane.NEVER && lane.noticed == Lane.NEVER && lane.handlerRuns());
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    private void sawFile(Lane lane, Listing latest) {
        var staged = latest.staged().get(lane.file);
        var committed = latest.committed().get(lane.file);
        boolean inPlace = committed != null;
        if (inPlace && lane.committed == Lane.NEVER) {
            lane.committed = feed.now();
        }
        if (lane.removed == Lane.NEVER && !inPlace && staged == null) {
            lane.removed = feed.now();
            lane.swept = lane.killed;
        }
        if (!lane.shared && (staged != null || inPlace)) {
            lane.parts = (inPlace ? committed : staged).lines();
        }
        publish(lane);
    }

    private void publish(Lane lane) {
        feed.publish(key(lane), lane.toJson());
        publishSums();
    }

    private String key(Lane lane) {
        return side + "/lane/" + lane.number + "."; // the dot keeps one key from being the beginning of another
    }

    private void publishSums() {
        feed.publish(side + "/sums", lanes.sums(feed.now()));
    }

    private void publishFiles() {
        var owners = owners();
        var files = Stream.concat(listing.staged().entrySet().stream().map(file -> toJson(file, owners, true)),
                                  listing.committed().entrySet().stream().map(file -> toJson(file, owners, false)))
                .toList();
        feed.publish(side + "/files", JsonObject.builder()
                .setValues("files", files.stream().limit(FILES_SHOWN).toList())
                .set("more", Math.max(0, files.size() - FILES_SHOWN)));
    }

    private static JsonObject toJson(Map.Entry<String, FileFact> file, Map<String, List<Lane>> all, boolean staged) {
        var owners = all.getOrDefault(file.getKey(), List.of());
        return JsonObject.builder()
                .set("name", file.getKey())
                .set("staged", staged)
                .set("size", file.getValue().size())
                .set("writes", owners.size())
                .set("lane", owners.isEmpty() ? 0 : owners.getLast().number)
                .set("garbage", (int) owners.stream().filter(Lane::leavesGarbage).count())
                .build();
    }

    /** The requests that have written each file, the last one last. */
    private Map<String, List<Lane>> owners() {
        var owners = new TreeMap<String, List<Lane>>();
        lanes.that(lane -> lane.file != null && lane.removed == Lane.NEVER).stream()
                .sorted((one, other) -> Long.compare(one.written, other.written))
                .forEach(lane -> owners.computeIfAbsent(lane.file, name -> new ArrayList<>()).add(lane));
        return owners;
    }
}
