package workshop.bench.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections, each with one request under way.
 *
 * @param all at least one
 */
public record Connections(List<KeepAliveConnection> all) implements AutoCloseable {
    /**
     * Connects, and sends a request on each.
     *
     * @param port  the server's
     * @param path  what they ask for
     * @param count how many
     */
    public static Connections send(int port, String path, int count) throws IOException {
        var connections = new Connections(new ArrayList<>());
        try {
            for (int i = 0; i < count; i++) {
                connections.all.add(KeepAliveConnection.send(port, path));
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
