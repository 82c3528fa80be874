package workshop.plumbing.connection;

import java.io.UncheckedIOException;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;

/**
 * Reads a connection's {@link HelidonSocket}, in the way that Helidon's own
 * {@code io.helidon.webserver.ConnectionHandler} does.
 */
final class HelidonSocketReads implements SocketReads {
    private final DataReader readBefore;
    private final HelidonSocket socket;
    private DataReader reader;
    private volatile boolean closing;

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

    /** From now on, whatever ends is ended by this side. */
    void closing() {
        closing = true;
    }

    @Override
    public boolean closedByServer() {
        return closing;
    }
}
