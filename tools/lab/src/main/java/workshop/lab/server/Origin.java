package workshop.lab.server;

/**
 * Where a request has come from, by which both its client and its server can name it.
 *
 * @param port    the client's, which stands for the connection
 * @param request which one on that connection: in HTTP/1.1 they are counted from 1, in HTTP/2 it is the number of the stream
 */
public record Origin(int port, int request) {
}
