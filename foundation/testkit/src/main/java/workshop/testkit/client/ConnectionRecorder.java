package workshop.testkit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A server that answers nothing, and tells what TCP brings after a request.
 */
public final class ConnectionRecorder implements AutoCloseable {
    private static final Duration CAP = Duration.ofSeconds(10);

    private final ServerSocket listener;

    /** How TCP tells that a connection ends. */
    public enum Ending {
        FIN, RST, NOTHING
    }

    /** Listens on a free port of all addresses. */
    public ConnectionRecorder() throws IOException {
        this.listener = new ServerSocket(0);
        listener.setSoTimeout((int) CAP.toMillis());
    }

    /** Its port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Waits for a request; ports that are only opened and closed don't count. */
    public Socket awaitRequest() throws IOException {
        while (true) {
            Socket connection = listener.accept();
            connection.setSoTimeout((int) CAP.toMillis());
            if (RequestHead.read(connection.getInputStream())) {
                return connection;
            }
            connection.close();
        }
    }

    /** What arrives on a connection within a time. */
    public static Ending ending(Socket connection, Duration time) {
        try (connection) {
            connection.setSoTimeout((int) time.toMillis());
            int read = connection.getInputStream().read();
            if (read >= 0) {
                throw new AssertionError("More arrived after the request: byte " + read);
            }
            return Ending.FIN;
        } catch (SocketTimeoutException e) {
            return Ending.NOTHING;
        } catch (SocketException e) {
            return Ending.RST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
