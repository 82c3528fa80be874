package workshop.lab;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a stack trace behind a log record. The server's own format would print the exceptions of the cause chain
 * on the record's line, and nothing else of it: so does the lab.
 */
final class StackTrace {
    private static final Pattern EXCEPTION = Pattern.compile("(?:Caused by: )?((?:[\\w$]+\\.)+[\\w$]+(?:: .*)?)");
    private static final Pattern FRAME = Pattern.compile("\\t+(?:at |\\.\\.\\. \\d+ more|Suppressed: ).*");

    private StackTrace() {
    }

    /** The exception that the line names, if it is one of a stack trace. */
    static Optional<String> exception(String line) {
        var matcher = EXCEPTION.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the line is one of a stack trace, and names no exception of the cause chain. */
    static boolean isFrame(String line) {
        return line.isBlank() || FRAME.matcher(line).matches();
    }
}
