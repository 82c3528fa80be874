package workshop.room;

import java.math.BigDecimal;
import java.time.Duration;

import io.helidon.json.JsonObject;

/**
 * What a learner's watch tells the room. It has nothing of their code.
 *
 * @param name      what the learner wants to be called
 * @param step      the number of the step that they work on
 * @param solved    how many of its exercises are green
 * @param exercises how many there are
 * @param red       the name of the test to make green next; empty if none is red
 * @param seconds   for how long it has been that one
 * @param help      whether they ask for help
 */
public record Report(String name, int step, int solved, int exercises, String red, int seconds, boolean help) {
    /** A watch tells something at least this often. */
    public static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEST = 200;
    private static final int MOST = 1_000_000;

    /**
     * @param json the body of a request
     * @return what it says
     * @throws Refusal if it is not what is expected here; the message names the field and what it may be
     */
    static Report from(JsonObject json) {
        return new Report(text(json, "name", 1, LONGEST_NAME), number(json, "step"), number(json, "solved"), number(json, "exercises"),
                          text(json, "red", 0, LONGEST_TEST), number(json, "seconds"), json.booleanValue("help", false));
    }

    /**
     * @return the report in JSON, as {@link #from} reads it
     */
    public JsonObject json() {
        return JsonObject.builder().set("name", name).set("step", step).set("solved", solved).set("exercises", exercises)
                .set("red", red).set("seconds", seconds).set("help", help).build();
    }

    /**
     * @param seconds for how long the test has been red by now
     * @return the same report with this time
     */
    public Report after(int seconds) {
        return new Report(name, step, solved, exercises, red, seconds, help);
    }

    private static String text(JsonObject json, String field, int least, int most) {
        String text = json.stringValue(field, "").codePoints().filter(sign -> !Character.isISOControl(sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        if (text.length() < least || text.length() > most) {
            throw new Refusal("'%s' has %d characters: use %d to %d.".formatted(field, text.length(), least, most));
        }
        return text;
    }

    private static int number(JsonObject json, String field) {
        BigDecimal number = json.numberValue(field, BigDecimal.ZERO);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new Refusal("'%s' is %s: use 0 to %d.".formatted(field, number, MOST));
        }
        return number.intValue();
    }
}
