package workshop.bench.client;

import java.io.IOException;
import java.util.List;

/**
 * The protocols that are measured, both in cleartext; HTTP/2 by prior knowledge.
 */
public enum Protocol {
    HTTP_1("", 1, List.of(WayToLeave.FIN, WayToLeave.RST), KeepAliveConnection::new),
    HTTP_2(" over HTTP/2", 10, List.of(WayToLeave.RST_STREAM), FrameConnection::new);

    private final String suffix;
    private final int requestsPerConnection;
    private final List<WayToLeave> ways;
    private final Client client;

    private interface Client {
        ClientConnection connect(int port, String path) throws IOException;
    }

    Protocol(String suffix, int requestsPerConnection, List<WayToLeave> ways, Client client) {
        this.suffix = suffix;
        this.requestsPerConnection = requestsPerConnection;
        this.ways = ways;
        this.client = client;
    }

    /** What the titles of a report end with. */
    public String suffix() {
        return suffix;
    }

    /** How many requests a connection has under way at once. */
    public int requestsPerConnection() {
        return requestsPerConnection;
    }

    /** How a client can leave one request. */
    public List<WayToLeave> ways() {
        return ways;
    }

    /**
     * Connects, and sends no request yet.
     *
     * @param port the server's
     * @param path what all requests ask for, of {@link workshop.bench.workload.Endpoints}
     */
    public ClientConnection connect(int port, String path) throws IOException {
        return client.connect(port, path);
    }
}
