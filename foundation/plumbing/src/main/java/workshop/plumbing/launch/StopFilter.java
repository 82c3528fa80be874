package workshop.plumbing.launch;

import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out what Helidon logs when a stop comes while a connection is being accepted: its
 * {@code io.helidon.webserver.ServerListener} then finds the socket closed that it has closed itself, and calls that an
 * error.
 * <p>
 * {@code logging.properties} names this class.
 */
public final class StopFilter implements Filter {
    /** Creates a filter; {@link java.util.logging.LogManager} calls this. */
    public StopFilter() {
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return !(record.getThrown() instanceof ClosedChannelException
                && "io.helidon.webserver.ServerListener".equals(record.getLoggerName()));
    }
}
