package workshop.lab.observe;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.helidon.json.JsonObject;

import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;

/**
 * What has been seen of one request. Times are the feed's milliseconds; {@link #NEVER} is what has not been seen.
 * <p>
 * The client's times come from the lab's own client, those of the handler and the file's name from the server's log, and
 * what became of the file from the directory.
 */
public final class ObservedRequest {
    private static final long NEVER = -1;
    private static final long TO_BEGIN = 1000;

    final int number;
    final int run;
    final SocketClient client;
    TcpClose way;
    int status;
    boolean killed;
    String file;

    private final Map<Moment, Long> times = new EnumMap<>(Moment.class);
    private boolean shared;
    private boolean swept;
    private int parts;

    ObservedRequest(int number, int run, SocketClient client) {
        this.number = number;
        this.run = run;
        this.client = client;
    }

    /** The client that has sent it. */
    public SocketClient client() {
        return client;
    }

    void saw(Moment moment, long now) {
        times.put(moment, now);
    }

    boolean has(Moment moment) {
        return times.containsKey(moment);
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
        var inPlace = listing.committed().get(file);
        var listed = inPlace != null ? inPlace : listing.staged().get(file);
        if (inPlace != null && !has(Moment.COMMITTED)) {
            saw(Moment.COMMITTED, now);
        }
        if (listed == null && !has(Moment.REMOVED)) {
            saw(Moment.REMOVED, now);
            swept = killed;
        }
        if (listed != null && !shared) {
            parts = listed.lines();
        }
    }

    /** Whether a client waits here, as far as it shows. */
    boolean waits() {
        return !has(Moment.SILENT) && !clientIsDone();
    }

    boolean clientIsDone() {
        return has(Moment.LEFT) || has(Moment.ANSWERED) || has(Moment.CUT);
    }

    /** Whether an answered client can close: one that is silent must not before its handler has ended, as that would be heard. */
    boolean canClose() {
        return has(Moment.ANSWERED) && (!has(Moment.SILENT) || has(Moment.ENDED));
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
                .set("garbage", leavesGarbage()).set("killed", killed).set("swept", swept).set("shared", shared)
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
        return has(Moment.LEFT) ? at(Moment.LEFT) : at(Moment.SILENT);
    }
}
