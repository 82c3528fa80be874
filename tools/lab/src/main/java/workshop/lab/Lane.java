package workshop.lab;

import io.helidon.json.JsonObject;

/**
 * What has been seen of one request. Times are the feed's milliseconds; {@link #NEVER} is what has not been seen.
 * <p>
 * The client's times come from the lab's own client, those of the handler and the file's name from the server's log, and
 * what became of the file from the directory.
 */
final class Lane {
    static final long NEVER = -1;

    private static final long TO_BEGIN = 1000;

    final int number;
    final int run;
    final Client client;
    final long sent;

    long begun = NEVER;
    long ended = NEVER;
    boolean killed;

    long left = NEVER;
    WayOfLeaving way;
    long silent = NEVER;
    long answered = NEVER;
    int status;
    long brokenOff = NEVER;
    long noticed = NEVER;

    String file;
    boolean shared;
    long written = NEVER;
    long committed = NEVER;
    long removed = NEVER;
    boolean swept;
    int parts;

    Lane(int number, int run, Client client, long sent) {
        this.number = number;
        this.run = run;
        this.client = client;
        this.sent = sent;
    }

    /** Whether a client waits here, as far as it shows. */
    boolean waits() {
        return left == NEVER && silent == NEVER && !clientIsDone();
    }

    boolean clientIsDone() {
        return left != NEVER || answered != NEVER || brokenOff != NEVER;
    }

    boolean handlerRuns() {
        return begun != NEVER && ended == NEVER;
    }

    /** Whether anything can still happen by itself; a handler may begin a moment after its client has left. */
    boolean isActive(long now) {
        return ended == NEVER && (begun != NEVER || !clientIsDone() || now - Math.max(left, brokenOff) < TO_BEGIN);
    }

    /** Since when nobody waits for this request; {@link #NEVER} if somebody does, or did until the answer. */
    long forNobodySince() {
        return left != NEVER ? left : silent;
    }

    boolean worksForNobody() {
        return handlerRuns() && forNobodySince() != NEVER;
    }

    /** How long the handler has worked for nobody. */
    long wasted(long now) {
        if (begun == NEVER || forNobodySince() == NEVER) {
            return 0;
        }
        return Math.max(0, (ended == NEVER ? now : ended) - Math.max(begun, forNobodySince()));
    }

    /** Whether its file lies in the directory, although its client never got the answer. */
    boolean leavesGarbage() {
        boolean inPlace = committed != NEVER && removed == NEVER;
        return inPlace && (forNobodySince() != NEVER || brokenOff != NEVER);
    }

    JsonObject.Builder toJson() {
        var json = JsonObject.builder()
                .set("number", number).set("run", run)
                .set("sent", sent).set("begun", begun).set("ended", ended).set("killed", killed)
                .set("left", left).set("silent", silent).set("answered", answered).set("status", status)
                .set("brokenOff", brokenOff).set("noticed", noticed)
                .set("written", written).set("committed", committed).set("removed", removed)
                .set("swept", swept).set("shared", shared).set("parts", parts);
        if (way != null) {
            json.set("way", way.name());
        }
        if (file != null) {
            json.set("file", file);
        }
        return json;
    }
}
