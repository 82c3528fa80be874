package workshop.plumbing.launch;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Formats a log record as one line: the message, then each exception of the cause chain, without its stack trace.
 * {@link java.util.logging.SimpleFormatter} can't leave that out.
 * <p>
 * {@code logging.properties} names this class.
 */
public final class OneLineFormatter extends Formatter {
    /** Creates a formatter; {@link java.util.logging.LogManager} calls this. */
    public OneLineFormatter() {
    }

    @Override
    public String format(LogRecord record) {
        var line = new StringBuilder(formatMessage(record));
        for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
            line.append(": ").append(cause);
        }
        return line.toString().replaceAll("\\R", " ") + System.lineSeparator();
    }
}
