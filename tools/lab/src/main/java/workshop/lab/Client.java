package workshop.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One client with one request, on a plain socket. It waits for the answer until it leaves.
 */
final class Client implements AutoCloseable {
    private final Socket socket;

    private Client(Socket socket) {
        this.socket = socket;
    }

    /** Connects, and sends nothing yet. */
    static Client connect(URI server) {
        try {
            var socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            return new Client(socket);
        } catch (IOException e) {
            throw new Refusal("%s can't be reached: %s".formatted(server, e.getMessage()));
        }
    }

    /** The port of its own, by which the server's log names it. */
    int port() {
        return socket.getLocalPort();
    }

    /** Asks for {@code /a}, and waits for the answer in the background. */
    void send(ClientListener listener) {
        Thread.startVirtualThread(() -> {
            try {
                socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
                listener.answered(readAnswer());
            } catch (IOException e) {
                listener.brokenOff(e.getMessage());
            }
        });
    }

    /** Leaves. */
    void leave(WayOfLeaving way) {
        try {
            if (way == WayOfLeaving.RST) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        leave(WayOfLeaving.FIN);
    }

    private String request() {
        return "GET /a HTTP/1.1\r\nHost: localhost:%d\r\nUser-Agent: workshop-lab\r\n\r\n".formatted(socket.getPort());
    }

    /** Reads the whole answer, as long as its Content-Length says. */
    private int readAnswer() throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        int status = status(in.readLine());
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        while (length > 0 && in.read() >= 0) {
            length--;
        }
        return status;
    }

    private static int status(String line) throws IOException {
        if (line == null) {
            throw new IOException("the server closed the connection");
        }
        String[] parts = line.split(" ");
        if (parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(parts[1]);
    }
}
