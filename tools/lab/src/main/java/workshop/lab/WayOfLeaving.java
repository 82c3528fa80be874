package workshop.lab;

/** How a client ends its connection. */
enum WayOfLeaving {
    /** It closes the socket, as curl does on Ctrl-C: TCP FIN. */
    FIN,
    /** It resets the connection: TCP RST. */
    RST
}
