package workshop.lab.observe;

import io.helidon.json.JsonObject;

/**
 * What a number of requests have come to.
 *
 * @param sent     how many there are
 * @param answered how many clients have had their answer
 * @param left     how many clients have hung up
 * @param garbage  how many have left a file for nobody
 * @param wasted   how long handlers that have ended have worked for nobody, in milliseconds
 */
record Sums(int sent, int answered, int left, int garbage, long wasted) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums plus(ObservedRequest request) {
        return new Sums(sent + 1,
                        answered + (request.has(Moment.ANSWERED) && !request.has(Moment.SILENT) ? 1 : 0),
                        left + (request.has(Moment.LEFT) ? 1 : 0),
                        garbage + (request.leavesGarbage() ? 1 : 0),
                        wasted + request.wasted());
    }

    JsonObject.Builder toJson() {
        return JsonObject.builder()
                .set("sent", sent).set("answered", answered).set("left", left).set("garbage", garbage).set("wasted", wasted);
    }
}
