package workshop.plumbing.launch;

import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Formats a log record as one line: the message, then each exception of the cause chain, without its stack trace.
 * {@link java.util.logging.SimpleFormatter} can't leave that out.
 * <p>
 * {@code logging.properties} names this class. With the property {@code origin}, each line begins with the number of its thread
 * and the name of its logger, each after a unit separator, U+001F: an onlooker can tell what belongs together.
 */
public final class OneLineFormatter extends Formatter {
    private final boolean origin =
            Boolean.parseBoolean(LogManager.getLogManager().getProperty(OneLineFormatter.class.getName() + ".origin"));

    @Override
    public String format(LogRecord record) {
        var line = new StringBuilder(formatMessage(record));
        for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
            line.append(": ").append(cause);
        }
        return origin(record) + line.toString().replaceAll("\\R", " ") + System.lineSeparator();
    }

    private String origin(LogRecord record) {
        return origin ? "\u001f" + record.getLongThreadID() + "\u001f" + record.getLoggerName() + "\u001f" : ""; // the same in every country
    }
}
