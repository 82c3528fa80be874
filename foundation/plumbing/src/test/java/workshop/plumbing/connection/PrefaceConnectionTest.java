package workshop.plumbing.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A connection to a port with two protocols")
class PrefaceConnectionTest {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final int CAP_SECONDS = 10;
    private static final Limit LIMIT = FixedLimit.create();

    /** Which protocol has handled a connection, and what it has read. */
    private final List<String> handled = new ArrayList<>();
    private DataReader reader;
    private ServerConnection connection;

    @Test
    @DisplayName("speaks the second one if it begins with its preface, however that is cut, and none of it is lost")
    void preface() throws InterruptedException {
        for (int cut = 1; cut < PREFACE.length(); cut++) {
            open(arriving(PREFACE.substring(0, cut), PREFACE.substring(cut))).handle(LIMIT);
        }
        open(arriving(PREFACE.split(""))).handle(LIMIT);

        assertThat(handled).hasSize(PREFACE.length()).containsOnly("second: " + PREFACE);
    }

    @Test
    @DisplayName("speaks the first one as soon as a byte differs: a whole request may be shorter than the preface")
    void anyOther() throws InterruptedException {
        for (int same = 0; same < PREFACE.length(); same++) {
            String other = PREFACE.substring(0, same) + "x";
            handled.clear();
            open(arriving(other)).handle(LIMIT);
            open(arriving(other.split(""))).handle(LIMIT);

            assertThat(handled).hasSize(2).containsOnly("first: " + other);
        }
    }

    @Test
    @DisplayName("ends if its client leaves before it has said which one, also in the middle of the preface")
    void clientLeaves() {
        for (int sent = 0; sent < PREFACE.length(); sent++) {
            open(arriving(() -> null, PREFACE.substring(0, sent).split("")));

            assertThatThrownBy(() -> connection.handle(LIMIT)).as("How it ends after %d bytes of the preface", sent)
                    .isInstanceOf(CloseConnectionException.class);
        }
        assertThat(handled).isEmpty();
    }

    @Test
    @DisplayName("is not read if it is closed before it is handled")
    void closedBefore() {
        open(arriving()).close(false);

        assertThatThrownBy(() -> connection.handle(LIMIT)).isInstanceOf(CloseConnectionException.class);
    }

    @Test
    @DisplayName("waits no longer for its first bytes if it is closed meanwhile")
    void closedMeanwhile() {
        open(arriving(this::interrupted));

        assertThatThrownBy(() -> connection.handle(LIMIT)).isInstanceOf(ServerConnectionException.class);
    }

    private byte[] interrupted() {
        Thread.ofVirtual().start(() -> connection.close(false));
        try {
            new CountDownLatch(1).await(CAP_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("Nobody has interrupted the read within " + CAP_SECONDS + " s");
        } catch (InterruptedException e) {
            throw new ServerConnectionException("as Helidon's socket does", e);
        }
    }

    @Test
    @DisplayName("is not handled if it is closed just when its first bytes arrive")
    void closedAtTheSameTime() {
        open(arriving(() -> {
            connection.close(false);
            assertThat(Thread.interrupted()).as("Whether the thread that reads is interrupted").isTrue();
            return bytes(PREFACE);
        }));

        assertThatThrownBy(() -> connection.handle(LIMIT)).isInstanceOf(CloseConnectionException.class);
        assertThat(handled).isEmpty();
    }

    @Test
    @DisplayName("is idle from its begin on, until it has said which one it speaks")
    void idle() {
        long before = System.nanoTime();
        open(arriving());
        long after = System.nanoTime();

        assertThat(canInterrupt()).as("Whether a stop may end it").isTrue();
        var least = Duration.ofNanos(System.nanoTime() - after);
        assertThat(connection.idleTime()).as("How long it is idle").isBetween(least, Duration.ofNanos(System.nanoTime() - before));
    }

    @Test
    @DisplayName("is what its protocol makes of it from then on")
    void decided() throws InterruptedException {
        var protocol = new Speaker("second");
        open(arriving(PREFACE), protocol).handle(LIMIT);

        assertThat(connection.idleTime()).isEqualTo(IDLE);
        assertThat(canInterrupt()).as("Whether a stop may end it: its protocol says yes").isTrue();
        protocol.busy = true;
        assertThat(canInterrupt()).as("Whether a stop may end it: its protocol says no").isFalse();
        connection.close(false);
        connection.close(true);
        assertThat(protocol.closed).as("How it was closed: with an interrupt?").containsExactly(false, true);
        assertThat(Thread.interrupted()).as("Whether its thread was interrupted: its protocol decides that").isFalse();
    }

    @Test
    @DisplayName("is not ended by a stop if its protocol does not say that it may")
    void notInterruptable() throws InterruptedException {
        open(arriving(PREFACE), TestDouble.of(ServerConnection.class, Map.of("handle", () -> null))).handle(LIMIT);

        assertThat(canInterrupt()).isFalse();
    }

    private ServerConnection open(Supplier<byte[]> socket) {
        return open(socket, new Speaker("second"));
    }

    private ServerConnection open(Supplier<byte[]> socket, ServerConnection second) {
        reader = DataReader.create(socket);
        var context = TestDouble.of(ConnectionContext.class, Map.of("dataReader", () -> reader));
        var first = TestDouble.of(ServerConnectionSelector.class, Map.of("connection", () -> new Speaker("first")));
        connection = new PrefaceSelector(first, "h2", bytes(PREFACE), _ -> second).connection(context);
        return connection;
    }

    private boolean canInterrupt() {
        return ((InterruptableTask<?>) connection).canInterrupt();
    }

    /** A socket on which some pieces arrive, and then nothing more. */
    private static Supplier<byte[]> arriving(String... pieces) {
        return arriving(() -> {
            throw new AssertionError("It waits for more than it needs to tell the protocol");
        }, pieces);
    }

    private static Supplier<byte[]> arriving(Supplier<byte[]> then, String... pieces) {
        var left = new ArrayDeque<>(List.of(pieces));
        return () -> left.isEmpty() ? then.get() : bytes(left.remove());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A connection that speaks a protocol: it reads what is there. */
    private final class Speaker implements ServerConnection, InterruptableTask<Void> {
        private final String name;
        private final List<Boolean> closed = new ArrayList<>();
        private boolean busy;

        Speaker(String name) {
            this.name = name;
        }

        @Override
        public void handle(Limit limit) {
            reader.ensureAvailable();
            handled.add(name + ": " + reader.readAsciiString(reader.available()));
        }

        @Override
        public boolean canInterrupt() {
            return !busy;
        }

        @Override
        public Duration idleTime() {
            return IDLE;
        }

        @Override
        public void close(boolean interrupt) {
            closed.add(interrupt);
        }
    }
}
