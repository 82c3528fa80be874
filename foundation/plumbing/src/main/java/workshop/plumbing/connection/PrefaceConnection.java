package workshop.plumbing.connection;

import java.time.Duration;
import java.util.function.Supplier;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;

/**
 * A connection whose first bytes tell which protocol it speaks. Until they have come it is idle: it counts towards the idle
 * time-out, and a stop ends it at once.
 */
final class PrefaceConnection implements ServerConnection, InterruptableTask<Void> {
    private final ConnectionContext context;
    private final byte[] preface;
    private final Supplier<ServerConnection> withoutPreface;
    private final Supplier<ServerConnection> withPreface;
    private final long begin = System.nanoTime();

    // Under this object's lock.
    private ServerConnection decided;
    private Thread thread;
    private boolean closed;

    PrefaceConnection(ConnectionContext context, byte[] preface, Supplier<ServerConnection> withoutPreface,
                      Supplier<ServerConnection> withPreface) {
        this.context = context;
        this.preface = preface;
        this.withoutPreface = withoutPreface;
        this.withPreface = withPreface;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        begin();
        try {
            decide(context.dataReader().startsWith(preface) ? withPreface.get() : withoutPreface.get());
        } catch (InsufficientDataAvailableException e) {
            throw new CloseConnectionException("The client has sent no request", e);
        }
        decided.handle(limit);
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        endIfClosed();
    }

    private synchronized void decide(ServerConnection protocol) {
        endIfClosed();
        decided = protocol;
    }

    private void endIfClosed() {
        if (closed) {
            throw new CloseConnectionException("The server has closed this connection before its first request");
        }
    }

    @Override
    public synchronized boolean canInterrupt() {
        return decided == null || decided instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public synchronized Duration idleTime() {
        return decided == null ? Duration.ofNanos(System.nanoTime() - begin) : decided.idleTime();
    }

    @Override
    public synchronized void close(boolean interrupt) {
        if (decided != null) {
            decided.close(interrupt);
            return;
        }
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
