package workshop.random;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import workshop.testkit.client.SocketClient;

/**
 * One connection of a client, with TLS or without.
 *
 * @param tcp  the TCP connection
 * @param used what requests go through: the same, or TLS on top of it
 * @param http the client on it
 */
record Connection(Socket tcp, Socket used, SocketClient http) implements AutoCloseable {
    private static final Duration CAP = Duration.ofSeconds(30);

    /** Connects; with TLS, the handshake is over then. */
    static Connection open(URI server, String protocol, SSLContext tls) throws IOException {
        var tcp = new Socket(server.getHost(), server.getPort());
        if (protocol.equals(PlannedVisit.PLAIN)) {
            return new Connection(tcp, tcp, SocketClient.on(tcp, CAP));
        }
        var used = (SSLSocket) tls.getSocketFactory().createSocket(tcp, server.getHost(), server.getPort(), true);
        used.setEnabledProtocols(new String[] {protocol});
        var http = SocketClient.on(used, CAP);
        used.startHandshake();
        return new Connection(tcp, used, http);
    }

    /** How long to wait for the next bytes. */
    void waitAtMost(Duration cap) throws IOException {
        used.setSoTimeout(Math.toIntExact(cap.toMillis()));
    }

    /**
     * Leaves the server. Who has only closed its sending side reads on until the server closes the other one.
     *
     * @throws AssertionError if the server does not
     */
    void leave(Departure.Way way) throws IOException {
        switch (way) {
            case FIN -> http.close();
            case RST -> {
                tcp.setSoLinger(true, 0);
                tcp.close();
            }
            case HALF_CLOSE -> {
                http.closeSending();
                waitAtMost(CAP);
                http.untilClosed();
            }
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
