package workshop.model.page;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a page can be served somewhere. Helidon logs that it can't, and goes on: so one asks before. */
public final class FreeAddress {
    private FreeAddress() {
    }

    /**
     * @param host a name or an address of this machine
     * @param port 0 for any that is free
     * @throws IOException if nothing can listen there; its message is the system's reason
     */
    public static void check(String host, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        }
    }
}
