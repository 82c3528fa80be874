package workshop.bench.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import workshop.bench.workload.Endpoints;

/**
 * A client's connection for one request, again and again.
 * <p>
 * It is no client of a library, nor of the tests: its processor time is the server's loss, so it makes one write for all
 * requests that it sends at once, and allocates nothing for an answer.
 */
public abstract class ClientConnection implements AutoCloseable {
    /** How long a client stays before it leaves, in milliseconds: then the watch of its request is armed. */
    public static final int STAYS_MILLIS = 20;

    private final SocketChannel channel;

    ClientConnection(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(Endpoints.LOOPBACK, port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Sends requests, no more than the protocol allows to be under way at once. */
    public abstract void send(int requests) throws IOException;

    /** Waits for answers, and returns how many have come: at least one. */
    abstract int receive() throws IOException;

    /** Waits for the answers to all requests that are under way. */
    final void receiveAll(int underWay) throws IOException {
        int missing = underWay;
        while (missing > 0) {
            missing -= receive();
        }
    }

    /** Leaves its last request in a way that the protocol has. */
    public void leave(WayToLeave way) throws IOException {
        if (way == WayToLeave.RST) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        close();
    }

    /** Leaves by FIN: everything that the server has sent must have been received. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    final void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    final void read(ByteBuffer bytes) throws IOException {
        if (channel.read(bytes) < 0) {
            throw new EOFException("The server has closed the connection");
        }
    }
}
