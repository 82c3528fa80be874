package workshop.testkit.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * An HTTP/1.1 client on a plain socket: it sends exactly what it is told, and can leave in each of TCP's ways. No library of
 * HTTP clients lets its users do either.
 */
public final class SocketClient implements AutoCloseable {
    private static final Duration USUAL_CAP = Duration.ofSeconds(10);
    private static final int END = -1;

    private final Socket socket;
    private final Duration cap;
    private final InputStream in;

    private SocketClient(Socket socket, Duration cap) throws IOException {
        this.socket = socket;
        this.cap = cap;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Connects to a server. The client waits ten seconds for what it sends.
     *
     * @param uri an address with host and port
     * @return a client that has sent nothing yet
     * @throws UncheckedIOException if nobody listens there
     */
    public static SocketClient connect(URI uri) {
        return connect(uri, USUAL_CAP);
    }

    /**
     * Connects to a server.
     *
     * @param uri an address with host and port
     * @param cap how long the client waits for bytes of the server; zero is forever
     * @return a client that has sent nothing yet
     * @throws UncheckedIOException if nobody listens there
     */
    public static SocketClient connect(URI uri, Duration cap) {
        try {
            return on(new Socket(uri.getHost(), uri.getPort()), cap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A client on a connection that is there already, such as one with TLS.
     *
     * @param connected the connection; the client closes it
     * @param cap       how long the client waits for bytes of the server; zero is forever
     * @return a client that has sent nothing yet
     * @throws IOException if the connection is closed
     */
    public static SocketClient on(Socket connected, Duration cap) throws IOException {
        connected.setTcpNoDelay(true);
        connected.setSoTimeout((int) cap.toMillis());
        return new SocketClient(connected, cap);
    }

    /**
     * @return the port of its own, by which a server's log can name it
     */
    public int port() {
        return socket.getLocalPort();
    }

    /**
     * Sends a GET request.
     *
     * @param path what it asks for
     * @return this client
     */
    public SocketClient get(String path) {
        return request("GET", path);
    }

    /**
     * Sends a POST request with all of its body, or the first part of it.
     *
     * @param path   what it asks for
     * @param length the length of the whole body, in bytes
     * @param body   what is sent of it now
     * @return this client
     */
    public SocketClient post(String path, int length, String body) {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    /**
     * Sends text as it is.
     *
     * @param text in US-ASCII
     * @return this client
     */
    public SocketClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for an answer with a {@code Content-Length}, and reads all of it.
     *
     * @return the answer, or {@link Answer#NONE} if the server closes the connection before its first byte
     * @throws AssertionError if the answer is not complete within ten seconds, or broken off
     */
    public Answer answer() {
        return answer(true);
    }

    /**
     * Waits for an answer with a {@code Content-Length}, and reads all of it. Unlike {@link #answer()}, it is for those who
     * want to know what happens to a connection: how it breaks is no failure of a test.
     *
     * @return the answer, or {@link Answer#NONE} if the server closes the connection before its first byte
     * @throws IOException if the connection is reset, is closed on this side, or brings no HTTP
     */
    public Answer receive() throws IOException {
        return read(true);
    }

    /**
     * Waits for an answer without a body, as HEAD has it. Like {@link #receive()}, it does not judge how a connection breaks.
     *
     * @return the answer, or {@link Answer#NONE} if the server closes the connection before its first byte
     * @throws IOException if the connection is reset, is closed on this side, or brings no HTTP
     */
    public Answer receiveToHead() throws IOException {
        return read(false);
    }

    /**
     * Waits for an answer without a body, as HEAD has it.
     *
     * @return the answer
     */
    public Answer answerToHead() {
        return answer(false);
    }

    /**
     * Tells whether anything has arrived that has not been read.
     *
     * @return {@code true} if there is at least one byte
     */
    public boolean hasReceived() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request without a body.
     *
     * @param method such as {@code HEAD}
     * @param path   what it asks for
     * @return this client
     */
    public SocketClient request(String method, String path) {
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /**
     * Waits until the server closes the connection.
     *
     * @return what it sent before, as text
     */
    public String untilClosed() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server neither closed the connection nor sent more within " + cap, e);
        } catch (SocketException e) {
            return ""; // reset
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closes the sending side only: TCP FIN, while the client could still read.
     */
    public void closeSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Resets the connection: TCP RST.
     */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    /**
     * Closes the connection in one of the ways.
     *
     * @param how which
     */
    public void close(TcpClose how) {
        switch (how) {
            case FIN -> close();
            case RST -> reset();
        }
    }

    /**
     * Closes the connection: TCP FIN, or RST if the server's answer is not read.
     */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(boolean withBody) {
        try {
            return read(withBody);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No complete answer within " + cap, e);
        } catch (ProtocolException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (SocketException e) {
            return Answer.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(boolean withBody) throws IOException {
        String statusLine = line();
        if (statusLine.isEmpty()) {
            return Answer.NONE;
        }
        var headers = new StringBuilder();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        byte[] body = in.readNBytes(withBody ? length : 0);
        return new Answer(status(statusLine), headers.toString(), new String(body, StandardCharsets.UTF_8));
    }

    private static int status(String line) throws ProtocolException {
        if (!line.matches("HTTP/1\\.1 \\d{3} .*")) {
            throw new ProtocolException("Instead of a status line, the server sent: " + line);
        }
        return Integer.parseInt(line.split(" ")[1]);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != END && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
