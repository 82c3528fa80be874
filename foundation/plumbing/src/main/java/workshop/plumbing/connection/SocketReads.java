package workshop.plumbing.connection;

import java.util.function.Supplier;

/**
 * The reading side of one connection's socket.
 * <p>
 * {@link #get()} blocks until bytes arrive and returns them, at most one read buffer (8 KiB in Helidon's
 * {@link io.helidon.common.socket.NioSocket}); it returns {@code null} at the end of the stream, which is when the
 * client has closed its sending side (TCP FIN). It throws {@link io.helidon.webserver.ServerConnectionException} when
 * the connection is broken, such as by a reset (TCP RST), or when an {@link Error} has ended the read.
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
     * Tells who has ended the connection. How a read ends does not tell: where this side closes the socket,
     * {@link io.helidon.common.socket.NioSocket#close()} shuts its input down first, so that a read under way may find the end
     * of the stream.
     *
     * @return {@code true} if this side closes the connection, or has closed it: the end of a read says nothing about the
     *         client then
     */
    boolean closedByServer();
}
