package workshop.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a step prints once all of its tests are green. The course has only its {@link #hash()}, so that it can tell a right
 * token, but not show one. It is made from the step's name: nobody has to keep a list.
 *
 * @param text the token, such as {@code 1f4c-09ab}
 */
public record Token(String text) {
    private static final String SALT = "When the client hangs up: ";
    private static final int HALF = 4;

    /** The token of a step, by the name of its folder, such as {@code step-01-basic-handler}. */
    public static Token of(String step) {
        String digest = sha256(SALT + step);
        return new Token(digest.substring(0, HALF) + "-" + digest.substring(HALF, 2 * HALF));
    }

    /** The SHA-256 of its text, in hexadecimal digits. */
    public String hash() {
        return sha256(text);
    }

    /** The line for a learner. */
    public String line() {
        return "All green. Checkpoint for the course: " + text;
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
