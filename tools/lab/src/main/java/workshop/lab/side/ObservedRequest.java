package workshop.lab.side;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

/**
 * What has been seen of one request. Times are the feed's milliseconds; {@link #NEVER} is what has not been seen.
 * <p>
 * The client's times come from the lab's own client, those of the handler and the file's name from the server's log, and
 * what became of the file from the directory.
 */
final class ObservedRequest {
    private static final long NEVER = -1;
    private static final long TO_BEGIN = 1000;

    final int number;
    final int run;
    final SentRequest sent;
    WayToHangUp way;
    int status;
    boolean killed;
    String file;
    /** The one that handles it, while it does. */
    String thread;

    private final Map<Moment, Long> times = new EnumMap<>(Moment.class);
    private boolean shared;
    private int parts;

    ObservedRequest(int number, int run, SentRequest sent) {
        this.number = number;
        this.run = run;
        this.sent = sent;
    }

    /** The first time counts. */
    void saw(Moment moment, long now) {
        times.putIfAbsent(moment, now);
    }

    /** Whether any of these has been seen. */
    boolean has(Moment... any) {
        return Stream.of(any).anyMatch(times::containsKey);
    }

    long at(Moment moment) {
        return times.getOrDefault(moment, NEVER);
    }

    void sawNewFile(Path path, long now) {
        file = path.getFileName().toString();
        saw(Moment.WRITTEN, now);
        shared = path.getParent() == null || !path.getParent().endsWith(DirectoryListing.STAGING);
        if (shared) {
            saw(Moment.COMMITTED, now);
        }
    }

    /** The directory looks like this, after the file was written. */
    void sawDirectory(DirectoryListing listing, long now) {
        var listed = listing.files().get(file);
        if (listed == null) {
            saw(Moment.REMOVED, now);
            return;
        }
        if (!listed.staged()) {
            saw(Moment.COMMITTED, now);
        }
        if (!shared) {
            parts = listed.lines();
        }
    }

    /** Whether a client waits here, as far as it shows. */
    boolean waits() {
        return !keepsConnection() && !clientIsDone();
    }

    boolean clientIsDone() {
        return has(Moment.LEFT, Moment.ANSWERED, Moment.CUT);
    }

    /** Whether nobody waits here any more, although the connection stays. */
    boolean keepsConnection() {
        return has(Moment.SILENT, Moment.GIVEN_UP);
    }

    /** A client that keeps its connection does not close before its handler has ended, as that would be heard. */
    void closeIfDone() {
        if (clientIsDone() && (!keepsConnection() || has(Moment.CUT, Moment.ENDED))) {
            sent.close();
        }
    }

    boolean handlerRuns() {
        return has(Moment.BEGUN) && !has(Moment.ENDED);
    }

    /** Whether anything can still happen by itself; a handler may begin a moment after its client has left. */
    boolean isActive(long now) {
        boolean mayBegin = !clientIsDone() || now - Math.max(at(Moment.LEFT), at(Moment.CUT)) < TO_BEGIN;
        return !has(Moment.ENDED) && (has(Moment.BEGUN) || mayBegin);
    }

    /** How long the handler has worked for nobody, once it has ended, in milliseconds. */
    long wasted() {
        boolean known = has(Moment.BEGUN) && has(Moment.ENDED) && forNobodySince() != NEVER;
        return known ? Math.max(0, at(Moment.ENDED) - Math.max(at(Moment.BEGUN), forNobodySince())) : 0;
    }

    /** Whether its file lies in the directory, although its client never got the answer. */
    boolean leavesGarbage() {
        boolean inPlace = has(Moment.COMMITTED) && !has(Moment.REMOVED);
        return inPlace && (forNobodySince() != NEVER || has(Moment.CUT));
    }

    JsonObject.Builder toJson() {
        var json = JsonObject.builder()
                .set("number", number).set("run", run)
                .set("forNobody", forNobodySince())
                .set("garbage", leavesGarbage()).set("killed", killed)
                .set("swept", killed && at(Moment.REMOVED) > at(Moment.ENDED)).set("shared", shared)
                .set("status", status).set("parts", parts)
                .set("way", way == null ? "" : way.name())
                .set("file", file == null ? "" : file);
        for (var moment : Moment.values()) {
            json.set(moment.name().toLowerCase(Locale.ROOT), at(moment));
        }
        return json;
    }

    /** Since when nobody waits for it; {@link #NEVER} if somebody does, or did until the answer. */
    private long forNobodySince() {
        return Stream.of(Moment.LEFT, Moment.SILENT, Moment.GIVEN_UP).filter(times::containsKey).findFirst().map(this::at).orElse(NEVER);
    }
}
