package workshop.companion.progress;

import java.util.List;
import java.util.Optional;

/**
 * What a failed test says.
 *
 * @param lines what was observed and what was expected, without empty lines
 * @param hint  what to do, if the test says so
 */
public record FailureMessage(List<String> lines, Optional<String> hint) {
    private static final String HINT = "Hint: ";

    /**
     * @param text the message of the failure
     * @return its parts
     */
    static FailureMessage of(String text) {
        int hint = text.lastIndexOf(HINT);
        String observed = hint < 0 ? text : text.substring(0, hint);
        return new FailureMessage(observed.lines().filter(line -> !line.isBlank()).toList(),
                                  hint < 0 ? Optional.empty() : Optional.of(text.substring(hint).strip()));
    }

    /**
     * @return the first of the lines
     */
    public String firstLine() {
        return lines.isEmpty() ? "" : lines.getFirst().strip();
    }
}
