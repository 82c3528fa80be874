package workshop.companion.testrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a failed test says.
 *
 * @param lines what was observed and what was expected, without empty lines
 * @param hint  what to do, if the test says so
 */
public record FailureMessage(List<String> lines, Optional<String> hint) {
    private static final String HINT = "Hint: ";
    private static final String FRAME = "\\R\\h+(at \\S+\\([^)]*\\)|\\.\\.\\.\\(\\d+ remaining lines not displayed[^)]*\\))";
    private static final int LINES = 8;
    private static final int LENGTH = 100;

    /** The parts of a failure's message; of an exception that is quoted in it, only what it says. */
    public static FailureMessage of(String text) {
        int hint = text.lastIndexOf(HINT);
        String observed = hint < 0 ? text : text.substring(0, hint);
        return new FailureMessage(observed.replaceAll(FRAME, "").lines().filter(line -> !line.isBlank()).toList(),
                                  hint < 0 ? Optional.empty() : Optional.of(text.substring(hint).strip()));
    }

    /**
     * The message in short: what was looked at, in full, and the verdict in one line, such as {@code expected: 1 but was: 0};
     * one of the two may be absent.
     */
    public List<String> summary() {
        int verdict = startOfVerdict();
        var summary = new ArrayList<>(lines.subList(0, verdict).stream().map(String::strip).toList());
        if (verdict < lines.size()) {
            summary.add(inOneLine(lines.subList(verdict, lines.size())));
        }
        return List.copyOf(summary);
    }

    /** What was looked at is in brackets, may be of several lines, and ends with a bracket; or it is one sentence. */
    private int startOfVerdict() {
        if (lines.isEmpty() || lines.getFirst().strip().matches("[Ee]xpect.*")) {
            return 0;
        }
        int end = 0;
        if (lines.getFirst().startsWith("[")) {
            while (end < lines.size() - 1 && !lines.get(end).strip().endsWith("]")) {
                end++;
            }
        }
        return lines.get(end).strip().endsWith("]") ? end + 1 : 1;
    }

    private static String inOneLine(List<String> verdict) {
        Stream<String> rest = verdict.size() > LINES ? Stream.of("…") : Stream.empty();
        return Stream.concat(verdict.stream().limit(LINES).map(line -> shortened(line.strip())), rest)
                .collect(Collectors.joining(" "));
    }

    private static String shortened(String line) {
        return line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line;
    }
}
