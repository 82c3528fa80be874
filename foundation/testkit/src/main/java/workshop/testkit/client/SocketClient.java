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

import org.apache.commons.io.function.Uncheck;

/**
 * An HTTP/1.1 client on a plain socket: it sends exactly what it is told, and can leave in each of TCP's ways. No library of
 * HTTP clients lets its users do either. Where a method says nothing else, it throws an {@link UncheckedIOException} if the
 * connection is broken.
 */
public final class SocketClient implements AutoCloseable {
    private static final Duration USUAL_CAP = Duration.ofSeconds(10);
    private static final int END = -1;

    private final Socket socket;
    private final Duration cap;
    private final InputStream in;
    private boolean headAnswered; // the answer before this one was that to HEAD

    private SocketClient(Socket socket, Duration cap) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) cap.toMillis());
        this.socket = socket;
        this.cap = cap;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to the host and port of an address. The client waits ten seconds for bytes of the server. */
    public static SocketClient connect(URI uri) {
        return connect(uri, USUAL_CAP);
    }

    /** Connects to the host and port of an address, with a time to wait for bytes of the server; zero is forever. */
    public static SocketClient connect(URI uri, Duration cap) {
        return Uncheck.get(() -> on(new Socket(uri.getHost(), uri.getPort()), cap));
    }

    /** A client on a connection that is there already, such as one with TLS. It closes the connection in the end. */
    public static SocketClient on(Socket connected, Duration cap) throws IOException {
        return new SocketClient(connected, cap);
    }

    /** The port of its own, by which a server's log can name it. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Sends a GET request. */
    public SocketClient get(String path) {
        return request("GET", path);
    }

    /** Sends a request without a body, such as {@code HEAD}. */
    public SocketClient request(String method, String path) {
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Sends a POST request with all of its body, or the first part of it; the length is that of the whole body, in bytes. */
    public SocketClient post(String path, int length, String body) {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    /** Sends text as it is, in US-ASCII. */
    public SocketClient send(String text) {
        Uncheck.run(() -> socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    /**
     * Waits for an answer with a {@code Content-Length}, and reads all of it; {@link Answer#NONE} if the server closes the
     * connection before its first byte.
     *
     * @throws AssertionError if the answer is not complete in time, or broken off
     */
    public Answer answer() {
        return answer(true);
    }

    /** Waits for an answer without a body, as HEAD has it. */
    public Answer answerToHead() {
        return answer(false);
    }

    /** {@link #receive(boolean) Receives} an answer with its body. */
    public Answer receive() throws IOException {
        return receive(true);
    }

    /**
     * Waits for an answer. Unlike {@link #answer()}, it is for those who want to know what happens to a connection: how it breaks
     * is no failure of a test.
     *
     * @throws IOException if the connection is reset, is closed on this side, or brings no HTTP
     */
    public Answer receive(boolean withBody) throws IOException {
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
        int status = status(statusLine);
        headAnswered = !withBody;
        return new Answer(status, headers.toString(), new String(body, StandardCharsets.UTF_8));
    }

    /** Whether anything has arrived that has not been read. */
    public boolean hasReceived() {
        return Uncheck.get(in::available) > 0;
    }

    /** Waits until the server closes the connection, and returns what it sent before, as text. */
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

    /** Closes the sending side only: TCP FIN, while the client could still read. */
    public void closeSending() {
        Uncheck.run(socket::shutdownOutput);
    }

    /** Resets the connection: TCP RST. */
    public void reset() {
        Uncheck.run(() -> socket.setSoLinger(true, 0));
        close();
    }

    /** Closes the connection in one of the ways. */
    public void close(TcpClose how) {
        switch (how) {
            case FIN -> close();
            case RST -> reset();
        }
    }

    /** Closes the connection: TCP FIN, or RST if the server's answer is not read. */
    @Override
    public void close() {
        Uncheck.run(socket::close);
    }

    private Answer answer(boolean withBody) {
        try {
            return receive(withBody);
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

    private int status(String line) throws ProtocolException {
        if (!line.matches("HTTP/1\\.1 \\d{3} .*")) {
            throw new ProtocolException((headAnswered ? "The server sent a body after the head of the answer to HEAD: "
                    : "Instead of a status line, the server sent: ") + line);
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
