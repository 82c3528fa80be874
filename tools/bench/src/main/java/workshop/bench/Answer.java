package workshop.bench;

import java.nio.charset.StandardCharsets;

/**
 * What every contender answers to everything.
 */
final class Answer {
    static final String TEXT = "Hello.\n";

    private Answer() {
    }

    /** A new array with the answer's bytes. */
    static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.US_ASCII);
    }
}
