package workshop.detection;

import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.server.RecordedLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@DisplayName("Step 02, what a listener does is no concern of other connections")
@Order(4)
class ListenerTest {
    private static final int TICKS = 5;
    private static final long PAUSE_NANOS = 100_000;

    @AutoClose
    private final RecordedLog log = new RecordedLog();

    @Test
    @Order(1)
    @DisplayName("Given: a listener that takes its time keeps no other connection from being watched")
    void slow() {
        var busy = new BackgroundRead(new ScriptedSocket());
        synchronized (busy) { // as long as its listener runs
            try (var watch = open(busy, () -> { })) {
                assertThat(awaitTicks())
                        .as("Ticks while a listener of one connection runs. The thread that ticks arms the watches of all"
                                    + " connections: whoever lets it wait for one of them, or call its listener, blinds the others")
                        .isGreaterThanOrEqualTo(TICKS);
            }
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: a listener that fails, and be it with an Error, ends no thread, and the log says why")
    void fails() {
        var connection = new BackgroundRead(new ScriptedSocket());
        try (var watch = open(connection, ListenerTest::fail)) {
            assertThatCode(watch::notice)
                    .as("The notice to a listener that fails. The thread that gives it would end, and nobody would read on")
                    .doesNotThrowAnyException();
            assertThat(watch.complete()).as("complete() after the client has left").isFalse();
        }
        assertThat(log.lines()).as("The log").singleElement().asString().contains("as this test wants");
        assertThat(awaitTicks()).as("Ticks after a listener has failed").isGreaterThanOrEqualTo(TICKS);
    }

    private static void fail() {
        throw new NoClassDefFoundError("as this test wants");
    }

    /** Waits for some ticks, and returns how many there were: fewer, if the time is over first. It ticks only where there are watches. */
    private static int awaitTicks() {
        var other = new BackgroundRead(new ScriptedSocket());
        int before = ArmingTicker.SHARED.now();
        long end = System.nanoTime() + Notices.CAP.toNanos();
        while (ArmingTicker.SHARED.now() - before < TICKS && System.nanoTime() < end) {
            open(other, () -> { }).complete();
            LockSupport.parkNanos(PAUSE_NANOS); // those that nobody arms pile up
        }
        return ArmingTicker.SHARED.now() - before;
    }

    private static CloseWatch open(BackgroundRead connection, Runnable listener) {
        return ScopedValue.where(BackgroundRead.CURRENT, connection).call(() -> CloseWatch.open(listener));
    }
}
