package workshop.testkit.client;

/**
 * How a client closes its connection.
 */
public enum TcpClose {
    /** It closes the socket, as curl does on Ctrl-C: TCP FIN. */
    FIN,
    /** It resets the connection, as when a process dies with unread data: TCP RST. */
    RST
}
