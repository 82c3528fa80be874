package workshop.plumbing.launch;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.helidon.logging.common.LogConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The log of a server")
class NormalEventsFilterTest {
    private static final String LISTENER = "io.helidon.webserver.ServerListener";

    @Test
    @DisplayName("leaves out the listener's own close, and nothing else")
    void filter() {
        LogConfig.configureRuntime();
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            assertThat(handler.isLoggable(record(LISTENER, new ClosedChannelException()))).as("the own close").isFalse();
            assertThat(handler.isLoggable(record(LISTENER, new IOException("Too many open files")))).as("a real failure").isTrue();
            assertThat(handler.isLoggable(record("workshop", new ClosedChannelException()))).as("another's").isTrue();
        }
        assertThat(Logger.getLogger("").getHandlers()).as("The handlers that logging.properties names").hasSize(1);
    }

    private static LogRecord record(String logger, Throwable thrown) {
        var record = new LogRecord(Level.SEVERE, "Got a throwable while listening");
        record.setLoggerName(logger);
        record.setThrown(thrown);
        return record;
    }
}
