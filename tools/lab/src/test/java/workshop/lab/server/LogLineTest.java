package workshop.lab.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.OneLineFormatter;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A line that a server has printed")
class LogLineTest {
    private static final String HANDLERS = "workshop.plumbing.launch.RequestsInFlight";

    @BeforeAll
    static void logAsTheServerDoes() throws IOException {
        var properties = LogLine.FORMAT_PROPERTIES.getBytes(StandardCharsets.ISO_8859_1);
        LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(properties));
    }

    @AfterAll
    static void logAsBefore() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    @DisplayName("tells its thread and its logger, and what a user of the server would read")
    void logged() {
        var line = logged("workshop.basic.FileHandler", "new file /tmp/d/txt", null);
        assertThat(line).isEqualTo(new LogLine(Long.toString(Thread.currentThread().threadId()), "workshop.basic.FileHandler",
                                               "new file /tmp/d/txt"));
        assertThat(line.newFile()).contains("/tmp/d/txt");
    }

    @Test
    @DisplayName("is the same where digits are others")
    void digits() {
        Locale here = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        try {
            assertThat(logged("my.Handler", "It is", null).thread()).isEqualTo(Long.toString(Thread.currentThread().threadId()));
        } finally {
            Locale.setDefault(here);
        }
    }

    @Test
    @DisplayName("has the exceptions behind it, and no stack trace")
    void exceptions() {
        var failure = new IllegalStateException("no", new IOException("disk\nfull"));
        assertThat(logged("my.Handler", "It failed", failure).message())
                .isEqualTo("It failed: java.lang.IllegalStateException: no: java.io.IOException: disk full");
    }

    @Test
    @DisplayName("tells when a handler begins and ends, if it comes from who knows")
    void handler() {
        var begins = logged(HANDLERS, "Handler begins: client port 40001, request 3", null);
        assertThat(begins.handlerBegins()).contains(new Origin(40_001, 3));
        assertThat(begins.handlerEnds()).isEmpty();
        assertThat(begins.isForTheLabAlone()).isTrue();
        assertThat(logged(HANDLERS, "Handler ends: client port 40001, request 3", null).handlerEnds()).contains(new Origin(40_001, 3));

        var mine = logged("my.Handler", "Handler begins: client port 40001, request 3", null);
        assertThat(mine.handlerBegins()).isEmpty();
        assertThat(mine.isForTheLabAlone()).isFalse();
    }

    @Test
    @DisplayName("is what it is if it was not logged")
    void printed() {
        assertThat(LogLine.of("Listening on http://localhost:4711"))
                .isEqualTo(new LogLine("", "", "Listening on http://localhost:4711"));
    }

    private static LogLine logged(String logger, String message, Throwable thrown) {
        var entry = new LogRecord(Level.INFO, message);
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return LogLine.of(new OneLineFormatter().format(entry).stripTrailing());
    }
}
