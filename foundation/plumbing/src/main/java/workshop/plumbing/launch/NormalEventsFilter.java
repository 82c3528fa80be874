package workshop.plumbing.launch;

import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.webserver.ServerConnectionException;

/**
 * Keeps out of the log what is normal, and what Helidon logs as an error or a warning: a stop that finds its listener waiting for
 * the next connection, and a client that leaves in the middle of what it sends.
 * <p>
 * {@code logging.properties} names this class.
 */
public final class NormalEventsFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        return switch (String.valueOf(record.getLoggerName())) {
            case "io.helidon.webserver.ServerListener" -> !has(record, ClosedChannelException.class);
            case "io.helidon.webserver.http1.Http1Connection", "io.helidon.webserver.http.DirectHandlers" ->
                    !has(record, InsufficientDataAvailableException.class) && !has(record, ServerConnectionException.class);
            default -> true;
        };
    }

    private static boolean has(LogRecord record, Class<? extends Throwable> cause) {
        return Stream.iterate(record.getThrown(), thrown -> thrown != null, Throwable::getCause).anyMatch(cause::isInstance);
    }
}
