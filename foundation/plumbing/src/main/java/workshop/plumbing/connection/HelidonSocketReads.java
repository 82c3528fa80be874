package workshop.plumbing.connection;

import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;

/**
 * Reads a connection's {@link HelidonSocket}, in the way that Helidon's own
 * {@code io.helidon.webserver.ConnectionHandler} does.
 */
final class HelidonSocketReads implements SocketReads {
    private static final String CLOSED_HERE = "Socket closed"; // java.net.Socket's words

    private final DataReader readBefore;
    private final HelidonSocket socket;
    private DataReader reader;

    HelidonSocketReads(ConnectionContext connection) {
        this.readBefore = connection.dataReader();
        this.socket = connection.serverSocket();
    }

    void reader(DataReader reader) {
        this.reader = reader;
    }

    @Override
    public byte[] get() {
        int available = readBefore.available(); // Helidon looked at them to tell the protocol
        if (available > 0) {
            return readBefore.readBytes(available);
        }
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("Failed to get data from socket", e);
        }
    }

    @Override
    public int unread() {
        return reader.available();
    }

    @Override
    public boolean closedByServer(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException
                    || cause instanceof SocketException && CLOSED_HERE.equals(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }
}
