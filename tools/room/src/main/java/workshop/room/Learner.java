package workshop.room;

import java.time.Duration;

import io.helidon.json.JsonObject;

/**
 * Somebody in the room, as their watch told it last.
 *
 * @param id      by which their watch is known, also after its network was gone
 * @param report  what it told
 * @param heard   when, by the room's own clock
 * @param here    whether it tells anything these days
 */
record Learner(String id, Report report, Duration heard, boolean here) {
    JsonObject.Builder message() {
        return JsonObject.builder().set("id", id).set("report", report.json()).set("heard", heard.toMillis()).set("here", here);
    }
}
