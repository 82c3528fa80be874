package workshop.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import workshop.testkit.client.RequestHead;
import workshop.testkit.results.ResultsTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that does not do what it is asked to, and counts how often it is asked.
 */
final class RefusingServer implements AutoCloseable {
    private static final String ANSWER = "HTTP/1.1 %s\r\nContent-Length: 2\r\n\r\nOK";

    private final ServerSocket listener;
    private final Refusal refusal;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean refused;

    /** What it does instead. */
    enum Refusal {
        /** It closes the connection of the first request. */
        CLOSES_NEW(0),
        /** It answers the first request on a connection, and closes the connection at the second. */
        CLOSES_USED(1),
        /** It answers that it is not available. */
        UNAVAILABLE(0),
        /** It does not answer. */
        SILENT(0);

        /** How many requests it answers before. */
        final int answered;

        Refusal(int answered) {
            this.answered = answered;
        }
    }

    RefusingServer(Refusal refusal) throws IOException {
        this.listener = new ServerSocket(0);
        this.refusal = refusal;
        Thread.startVirtualThread(this::accept);
    }

    /** The table of a file, with a row for each client; a column for each of the refusals that all are met with, and more. */
    static ResultsTable table(String file, String... more) {
        String[] header = Stream.concat(Stream.of("Client", "A new connection is closed", "One used before is closed", "The answer is 503"),
                                        Stream.of(more)).toArray(String[]::new);
        return new ResultsTable(file, "2" + ",3".repeat(header.length - 1), header);
    }

    URI uri() {
        return URI.create("http://localhost:" + listener.getLocalPort() + "/a");
    }

    /** Whether a client that was refused has asked again. */
    String verdict() {
        assertThat(requests).as("How often it is asked").hasPositiveValue();
        if (!refused) {
            return "keeps no connection";
        }
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
                if (request <= refusal.answered) {
                    answer(connection, "200 OK");
                } else if (!staysAfterRefusing(connection)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client has left
        }
    }

    private boolean staysAfterRefusing(Socket connection) throws IOException {
        refused = true;
        if (refusal == Refusal.UNAVAILABLE) {
            answer(connection, "503 Service Unavailable");
        }
        return refusal == Refusal.UNAVAILABLE || refusal == Refusal.SILENT;
    }

    private static void answer(Socket connection, String status) throws IOException {
        connection.getOutputStream().write(ANSWER.formatted(status).getBytes(StandardCharsets.US_ASCII));
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
