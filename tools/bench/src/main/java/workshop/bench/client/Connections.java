package workshop.bench.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections, each with as many requests under way as the protocol has.
 *
 * @param all at least one
 */
public record Connections(List<ClientConnection> all) implements AutoCloseable {
    /**
     * Connects, and sends the requests.
     *
     * @param port     the server's
     * @param path     what they ask for
     * @param requests how many, on as few connections as they need
     */
    public static Connections send(Protocol protocol, int port, String path, int requests) throws IOException {
        var connections = new Connections(new ArrayList<>());
        try {
            for (int missing = requests; missing > 0; missing -= protocol.requestsPerConnection()) {
                var connection = protocol.connect(port, path);
                connections.all.add(connection);
                connection.send(Math.min(missing, protocol.requestsPerConnection()));
            }
            return connections;
        } catch (IOException e) {
            connections.close();
            throw e;
        }
    }

    /** Leaves by FIN, one after the other. */
    @Override
    public void close() throws IOException {
        for (var connection : all) {
            connection.close();
        }
    }
}
