package workshop.plumbing.connection;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

/**
 * A connection that reads its {@link HelidonSocket} through a hook, in the way that Helidon's own
 * {@code io.helidon.webserver.ConnectionHandler} reads it; that binds the hook while it is handled; and that is Helidon's own in
 * everything else.
 * <p>
 * It has to be an {@link InterruptableTask} like the one it wraps: a graceful stop of Helidon ends idle connections
 * only if they say that they can be interrupted.
 */
final class ReadHookConnection<R extends Supplier<byte[]>> implements ServerConnection, InterruptableTask<Void>, SocketReads {
    private final DataReader readBefore;
    private final HelidonSocket socket;
    private final ScopedValue<R> current;
    private final R hook;
    private final DataReader reader;
    private final ServerConnection http1;
    private volatile boolean closing;

    ReadHookConnection(ConnectionContext connection, ServerConnectionSelector selector, ScopedValue<R> current,
                       Function<SocketReads, R> hook) {
        this.readBefore = connection.dataReader();
        this.socket = connection.serverSocket();
        this.current = current;
        this.hook = hook.apply(this);
        this.reader = DataReader.create(this.hook);
        this.http1 = selector.connection(new HookedContext(connection, reader, connection::executor));
    }

    @Override
    public byte[] get() {
        int available = readBefore.available(); // Helidon looked at them to tell the protocol
        if (available > 0) {
            return readBefore.readBytes(available);
        }
        try {
            return socket.get();
        } catch (UncheckedIOException | Error e) { // after an Error, too, whoever waits for the read has to hear of its end
            throw new ServerConnectionException("Failed to get data from socket", e);
        }
    }

    @Override
    public int unread() {
        return reader.available();
    }

    @Override
    public boolean closedByServer() {
        return closing;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            ScopedValue.where(current, hook).call(() -> {
                http1.handle(limit);
                return null;
            });
        } finally {
            closing = true; // Helidon closes the socket of a connection that is no longer handled
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
            closing = true;
        }
        http1.close(interrupt);
    }
}
