package workshop.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.testkit.client.RequestHead;

/**
 * A server that does not do what it is asked to, and counts how often it is asked.
 */
final class RefusingServer implements AutoCloseable {
    private static final String NO_BODY = "Content-Length: 0\r\n\r\n";

    private final ServerSocket listener;
    private final Refusal refusal;
    private final AtomicInteger requests = new AtomicInteger();

    /** What it does instead. */
    enum Refusal {
        /** It closes the connection of the first request. */
        CLOSES_NEW("it is new", 0),
        /** It answers the first request on a connection, and closes the connection at the second. */
        CLOSES_USED("it was used before", 1),
        /** It answers that it is not available. */
        UNAVAILABLE("503", 0);

        final String words;
        final int answered;

        Refusal(String words, int answered) {
            this.words = words;
            this.answered = answered;
        }
    }

    RefusingServer(Refusal refusal) throws IOException {
        this.listener = new ServerSocket(0);
        this.refusal = refusal;
        Thread.startVirtualThread(this::accept);
    }

    URI uri() {
        return URI.create("http://localhost:" + listener.getLocalPort() + "/a");
    }

    /** Whether a client that was refused has asked again. */
    String verdict() {
        int again = requests.get() - refusal.answered - 1;
        return again == 0 ? "does not ask again" : again == 1 ? "asks once more" : "asks %d times more".formatted(again);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (int request = 1; RequestHead.read(connection.getInputStream()); request++) {
                requests.incrementAndGet();
                if (refusal != Refusal.UNAVAILABLE && request > refusal.answered) {
                    return;
                }
                String status = refusal == Refusal.UNAVAILABLE ? "503 Service Unavailable" : "200 OK";
                connection.getOutputStream().write("HTTP/1.1 %s\r\n%s".formatted(status, NO_BODY).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the client has left
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
