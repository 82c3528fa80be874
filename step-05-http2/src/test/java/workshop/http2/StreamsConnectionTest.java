package workshop.http2;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.detection.CurrentRead;
import workshop.plumbing.connection.HookedContext;
import workshop.testkit.client.Frame;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No server is there: requests are handled when a test runs them, on its own thread.
 */
@DisplayName("Step 05, the end of a connection")
@Order(5)
class StreamsConnectionTest {
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration CAP = Duration.ofSeconds(2);
    private static final Limit LIMIT = FixedLimit.create();

    private final Http2 http2 = new Http2();
    private final StreamsConnection connection = connection(PATIENCE);

    private StreamsConnection connection(Duration patience) {
        return new StreamsConnection(new HookedContext(null, DataReader.create(() -> null), http2::threads), http2, patience);
    }

    @Test
    @Order(1)
    @DisplayName("Given: a stop lets the streams under way end, begins no other, and closes the connection then")
    void stop() {
        var handled = new ArrayList<String>();
        var underWay = http2.opened(() -> handled.add("under way"));
        connection.close(false);
        var late = http2.opened(() -> handled.add("late"));
        assertThat(connection.canInterrupt()).as("Whether a connection with a stream may be ended").isFalse();
        assertThat(http2.closed).as("How it was closed while a stream is under way").isEmpty();

        underWay.run();
        late.run();
        assertThat(handled).as("The requests that are handled").containsExactly("under way");
        assertThat(http2.closed).as("How it was closed when the last stream has ended: with an interrupt?").containsExactly(true);
    }

    @Test
    @Order(2)
    @DisplayName("Given: a connection that has no stream is idle, and closes at once")
    void idle() {
        assertThat(connection.canInterrupt()).as("Whether it may be ended").isTrue();
        assertThat(connection.idleTime()).as("How long it is idle").isEqualTo(IDLE);
        connection.close(false);
        assertThat(http2.closed).as("How it was closed: with an interrupt?").containsExactly(true);
    }

    @Test
    @Order(3)
    @DisplayName("Given: when the grace period is over, the connection closes, and its streams are interrupted")
    void cutOff() {
        http2.opened(() -> { }); // not begun
        http2.opened(() -> {
            assertThat(connection.idleTime()).as("How long a connection with a stream is idle").isZero();
            end(connection);
            assertThat(Thread.interrupted()).as("Whether a stream is interrupted whose client has closed the connection").isFalse();
            connection.close(true);
            assertThat(http2.closed).as("How it was closed: with an interrupt?").containsExactly(true);
            end(connection);
            assertThat(Thread.interrupted()).as("Whether a stream is interrupted that a stop has cut off").isTrue();
        }).run();
    }

    private static void end(StreamsConnection connection) {
        try {
            connection.handle(LIMIT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(4)
    @DisplayName("Given: when a client is gone, Helidon is told that its streams are reset: it waits for the rest of no body")
    void resets() throws IOException {
        http2.opened(() -> { });
        http2.opened(() -> { });
        byte[] told = http2.reader.readBuffer().readBytes();
        assertThat(told).as("What Helidon is given at the end of a connection with two streams")
                .hasSize(2 * Frame.reset(1).bytes().length);
        var frames = new DataInputStream(new ByteArrayInputStream(told));
        assertThat(List.of(Frame.read(frames), Frame.read(frames))).extracting(Frame::type).as("The types of frames in them")
                .containsOnly(Frame.RST_STREAM);
    }

    @Test
    @Order(5)
    @DisplayName("Given: when a request is handled, nobody reads for it any more, and nothing of it is kept")
    void handled() {
        var handler = handlerThatHasEnded();
        long end = System.nanoTime() + Patience.of(CAP).toNanos();
        while (handler.get() != null && System.nanoTime() < end) {
            System.gc();
        }
        assertThat(handler.get()).as("What is kept of a request that is handled: a connection lives long, and has many").isNull();
    }

    private WeakReference<Thread> handlerThatHasEnded() {
        var reads = new ArrayList<Background<?>>();
        var handler = Thread.ofPlatform().start(http2.opened(() -> reads.add(Background.run(CurrentRead.get()).awaitPause())));
        Uninterrupted.await(() -> handler.join(Patience.of(CAP)));
        http2.opened.clear();
        assertThat(reads).as("The reads that the request has begun").hasSize(1);
        assertThat(reads.getFirst().isDone(Patience.of(CAP))).as("Whether the read of a request ends when that is handled").isTrue();
        return new WeakReference<>(handler);
    }

    @Test
    @Order(6)
    @DisplayName("Given: a request that still waits when its connection is over, as for the rest of a body, is interrupted")
    void waitsForTheRest() {
        var impatient = connection(Duration.ZERO);
        var handler = Background.run(http2.opened(StreamsConnectionTest::awaitInterrupt)).awaitPause();
        end(impatient);
        assertThat(handler.isDone(Patience.of(CAP)))
                .as("Whether a request is interrupted that does not end when its connection is over").isTrue();
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // what the test waits for
        }
    }

    /** In place of Helidon's own connection. */
    private static final class Http2 implements ServerConnectionSelector, ServerConnection {
        private final List<Runnable> opened = new ArrayList<>();
        private final List<Boolean> closed = new ArrayList<>();
        private ExecutorService executor;
        private DataReader reader;

        /** What threads are to run, kept here. */
        ExecutorService threads() {
            return (ExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ExecutorService.class},
                                                            (_, _, tasks) -> opened.add((Runnable) tasks[0]));
        }

        /** Begins a request; returns what is to be run to handle it. */
        Runnable opened(Runnable request) {
            executor.execute(request);
            return opened.getLast();
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            executor = context.executor();
            reader = context.dataReader();
            return this;
        }

        @Override
        public void handle(Limit limit) {
            // it ends at once
        }

        @Override
        public Duration idleTime() {
            return IDLE;
        }

        @Override
        public void close(boolean interrupt) {
            closed.add(interrupt);
        }

        @Override
        public int bytesToIdentifyConnection() {
            return 0;
        }

        @Override
        public Support supports(BufferData data) {
            return Support.SUPPORTED;
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return Set.of();
        }
    }
}
