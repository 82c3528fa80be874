package workshop.plumbing.connection;

import java.time.Duration;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;

/**
 * A connection that binds its hook while it is handled, and is Helidon's own in everything else.
 * <p>
 * It has to be an {@link InterruptableTask} like the one it wraps: a graceful stop of Helidon ends idle connections
 * only if they say that they can be interrupted.
 */
final class ReadHookConnection<R> implements ServerConnection, InterruptableTask<Void> {
    private final ServerConnection http1;
    private final ScopedValue<R> current;
    private final R hook;
    private final HelidonSocketReads socket;

    ReadHookConnection(ServerConnection http1, ScopedValue<R> current, R hook, HelidonSocketReads socket) {
        this.http1 = http1;
        this.socket = socket;
        this.current = current;
        this.hook = hook;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            ScopedValue.where(current, hook).call(() -> {
                http1.handle(limit);
                return null;
            });
        } finally {
            socket.closing(); // Helidon closes the socket of a connection that is no longer handled
        }
    }

    @Override
    public boolean canInterrupt() {
        return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public Duration idleTime() {
        return http1.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        if (interrupt) {
            socket.closing();
        }
        http1.close(interrupt);
    }
}
