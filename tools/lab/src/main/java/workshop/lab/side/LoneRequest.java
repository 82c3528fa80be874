package workshop.lab.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

import workshop.lab.server.Origin;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;

/**
 * A request in HTTP/1.1, the only one on its connection.
 */
record LoneRequest(SocketClient client, Origin origin) implements SentRequest {
    private static final Duration FOREVER = Duration.ZERO;
    private static final int FIRST = 1;

    /** Sends one; an {@link UncheckedIOException} if the server can't be reached. */
    static SentRequest send(URI address, String path) {
        var client = SocketClient.connect(address, FOREVER).get(path);
        return new LoneRequest(client, new Origin(client.port(), FIRST));
    }

    @Override
    public int status() {
        try {
            return client.receive().status();
        } catch (IOException | UncheckedIOException e) {
            return NO_ANSWER;
        }
    }

    @Override
    public void hangUp(WayToHangUp way) {
        client.close(way == WayToHangUp.RST ? TcpClose.RST : TcpClose.FIN);
    }

    @Override
    public void close() {
        client.close();
    }
}
