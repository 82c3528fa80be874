package workshop.lab;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A line that a server has printed")
class LogLineTest {
    private static final String THREAD = "VirtualThread[#32,[0x05 0x6f] WebServer socket]/runnable@ForkJoinPool-1-worker-";
    private static final String HANDLERS = "workshop.plumbing.launch.RequestsInFlight";

    @Test
    @DisplayName("belongs to the same thread, whatever carries that")
    void thread() {
        var first = logged(THREAD + 1, "workshop.basic.FileHandler", "new file /tmp/d/txt");
        var second = logged(THREAD + 2, "workshop.basic.FileHandler", "new file /tmp/d/txt");
        assertThat(first).isEqualTo(second).extracting(LogLine::thread).isEqualTo("32");
        assertThat(first.newFile()).contains("/tmp/d/txt");
    }

    @Test
    @DisplayName("tells when a handler begins and ends, if it comes from who knows")
    void handler() {
        var begins = logged(THREAD + 1, HANDLERS, "Handler begins: client port 40001");
        assertThat(begins.handlerBegins()).contains(40_001);
        assertThat(begins.handlerEnds()).isEmpty();
        assertThat(begins.isForTheLabAlone()).isTrue();
        assertThat(logged(THREAD + 1, HANDLERS, "Handler ends: client port 40001").handlerEnds()).contains(40_001);

        var mine = logged(THREAD + 1, "my.Handler", "Handler begins: client port 40001");
        assertThat(mine.handlerBegins()).isEmpty();
        assertThat(mine.isForTheLabAlone()).isFalse();
    }

    @Test
    @DisplayName("is what it is if it was not logged")
    void printed() {
        var line = LogLine.of("Listening on http://localhost:4711");
        assertThat(line.message()).isEqualTo("Listening on http://localhost:4711");
        assertThat(line.listening()).contains("http://localhost:4711");
        assertThat(logged(THREAD + 1, "my.Handler", "Listening on http://localhost:4711").listening()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.lang.IllegalStateException: no                | java.lang.IllegalStateException: no
            Caused by: java.io.IOException                     | java.io.IOException
            """)
    @DisplayName("may name an exception of a stack trace")
    void exception(String line, String exception) {
        assertThat(StackTrace.exception(line)).contains(exception);
        assertThat(StackTrace.isFrame(line)).isFalse();
    }

    @Test
    @DisplayName("may be a frame of a stack trace, and nothing to see")
    void frame() {
        assertThat(StackTrace.isFrame("\tat workshop.basic.FileHandler.handle(FileHandler.java:47)")).isTrue();
        assertThat(StackTrace.isFrame("\t... 12 more")).isTrue();
        assertThat(StackTrace.isFrame("new file /tmp/d/txt")).isFalse();
        assertThat(StackTrace.exception("Listening on http://localhost:1")).isEmpty();
    }

    private static LogLine logged(String thread, String logger, String message) {
        return LogLine.of("\u001f%s\u001f%s\u001f%s".formatted(thread, logger, message));
    }
}
