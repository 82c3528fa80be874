package workshop.plumbing.connection;

import java.util.function.Supplier;

/**
 * The reading side of one connection's socket.
 * <p>
 * {@link #get()} blocks until bytes arrive and returns them, at most one read buffer (8 KiB in Helidon's
 * {@link io.helidon.common.socket.NioSocket}); it returns {@code null} at the end of the stream, which is when the
 * client has closed its sending side (TCP FIN). It throws {@link io.helidon.webserver.ServerConnectionException} when
 * the connection is broken, such as by a reset (TCP RST).
 * <p>
 * Only one thread may read at a time. A read that blocks can't be taken back: interrupting its thread closes the
 * connection.
 */
public interface SocketReads extends Supplier<byte[]> {
    /**
     * The bytes that were read from the socket and that nobody has consumed yet, because they follow the head of the
     * current request: a body, or a pipelined request. Call it on the connection's own thread.
     *
     * @return how many there are, in bytes
     */
    int unread();

    /**
     * Tells why a read failed.
     *
     * @param failure what {@link #get()} threw
     * @return {@code true} if this side closed the connection, so that the failure says nothing about the client
     */
    boolean closedByServer(RuntimeException failure);
}
