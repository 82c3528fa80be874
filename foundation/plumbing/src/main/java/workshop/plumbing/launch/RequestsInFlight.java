package workshop.plumbing.launch;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import workshop.plumbing.wait.CappedWait;

/**
 * Counts the requests that are being handled. When the server stops, it waits for those that are left: Helidon has
 * interrupted their handlers then, and they may still be rolling back.
 * <p>
 * At the level DEBUG it logs when a handler begins and ends, the port of its client, and which of the requests on that connection
 * it is: so an onlooker can tell which request a line of the log belongs to.
 */
public final class RequestsInFlight implements Filter {
    private static final System.Logger LOGGER = System.getLogger(RequestsInFlight.class.getName());
    private static final Duration CAP = Duration.ofSeconds(30);

    private int count;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var client = Integer.toString(port(request.remotePeer())); // here, as nobody can tell later
        add(1);
        var number = Integer.toString(request.id()); // in HTTP/2, of the stream
        LOGGER.log(System.Logger.Level.DEBUG, "Handler begins: client port {0}, request {1}", client, number);
        try {
            chain.proceed();
        } finally {
            LOGGER.log(System.Logger.Level.DEBUG, "Handler ends: client port {0}, request {1}", client, number);
            add(-1);
        }
    }

    @Override
    public synchronized void afterStop() {
        CappedWait.until(this, CAP, () -> count == 0);
        if (count > 0) {
            LOGGER.log(System.Logger.Level.WARNING, "The server stops, and {0} handlers have not ended within {1}", count, CAP);
        }
    }

    /** The port of a client; -1 if its connection is closed already, as that of many streams may be before the last of them begins. */
    private static int port(PeerInfo client) {
        return client.address() instanceof InetSocketAddress address ? address.getPort() : -1;
    }

    private synchronized void add(int change) {
        count += change;
        notifyAll();
    }
}
