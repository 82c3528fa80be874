package workshop.http2;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import workshop.plumbing.connection.HookedContext;
import workshop.plumbing.connection.HookedExecutor;

/**
 * Helidon's own HTTP/2 connection, whose streams can be watched. A stop lets the streams under way end first.
 */
final class StreamsConnection implements ServerConnection, InterruptableTask<Void> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int RESET = FrameWatch.HEAD + Integer.BYTES;

    private final FrameWatch frames = new FrameWatch();
    private final Set<WatchedStream> streams = ConcurrentHashMap.newKeySet();
    private final ServerConnection http2;
    private final Duration patience;
    private int newest; // the stream that was opened last
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * @param patience how long requests may take to end when their connection has ended
     */
    StreamsConnection(ConnectionContext connection, ServerConnectionSelector http2, Duration patience) {
        var reader = DataReader.create(new FrameTap(connection.dataReader(), frames, this::isCompleted, this::resetAll));
        var executor = new HookedExecutor(connection.executor(), this::watched);
        this.http2 = http2.connection(new HookedContext(connection, reader, () -> executor));
        this.patience = patience;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            http2.handle(limit);
        } finally {
            ended = true;
            frames.ended();
            if (closing) {
                streams.forEach(WatchedStream::interrupt); // what has not ended within the grace period
            } else if (!streams.isEmpty()) {
                Thread.startVirtualThread(this::endWhatIsLeft);
            }
        }
    }

    /**
     * Ends what still waits for the rest of a body. Where a connection ends because Helidon can't write to it, it reads no more, also
     * not the frames of {@link #resetAll}, and a thread would wait for ever.
     */
    private void endWhatIsLeft() {
        long end = System.nanoTime() + patience.toNanos();
        while (!streams.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        streams.forEach(WatchedStream::interrupt);
    }

    /** Has the request that the last frame has begun handled as one that can be watched. Called on the connection's own thread. */
    private Runnable watched(Runnable request) {
        int number = frames.stream();
        newest = number;
        var stream = new WatchedStream(number, () -> closing);
        streams.add(stream);
        if (closing) {
            completed(stream);
            return () -> { }; // not begun: the connection ends with those that were under way
        }
        frames.opened(number, stream::end);
        return () -> {
            try {
                if (!ended) { // otherwise nobody is left to answer, and a stop may have waited for the last request already
                    stream.handle(request);
                }
            } finally {
                frames.completed(number);
                stream.end();
                completed(stream);
            }
        };
    }

    /** Whether the request of a stream has been handled. Called on the connection's own thread, which has opened it. */
    private boolean isCompleted(int number) {
        return number > 0 && number <= newest && streams.stream().noneMatch(stream -> stream.number() == number);
    }

    /** Takes no lock, which all streams of a connection would wait for. Either this sees that it closes, or the close that it is idle. */
    private void completed(WatchedStream stream) {
        streams.remove(stream);
        if (closing) {
            closeIfIdle();
        }
    }

    private void closeIfIdle() {
        if (streams.isEmpty()) {
            http2.close(true);
        }
    }

    /** What ends the body of a request whose client is gone. Without it, Helidon would wait for the rest for ever. */
    private byte[] resetAll() {
        var open = Set.copyOf(streams);
        var resets = ByteBuffer.allocate(open.size() * RESET);
        open.forEach(stream -> stream.addReset(resets));
        return resets.array();
    }

    /** Helidon ends a connection that it asks to close with the next frame that arrives, whatever is under way. So it is asked later. */
    @Override
    public void close(boolean interrupt) {
        closing = true;
        if (interrupt) {
            http2.close(true);
        } else {
            closeIfIdle();
        }
    }

    @Override
    public boolean canInterrupt() {
        return streams.isEmpty();
    }

    @Override
    public Duration idleTime() {
        return streams.isEmpty() ? http2.idleTime() : Duration.ZERO;
    }
}
