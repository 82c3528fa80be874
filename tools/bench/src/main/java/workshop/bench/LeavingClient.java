package workshop.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A client in the server's own JVM, for one clock, which leaves while its request waits.
 */
final class LeavingClient {
    /** The client stays for so long, in milliseconds: then the watch of its request is armed. */
    static final int STAYS_MILLIS = 20;

    private final int port;
    private final WaitingRoom room;

    /** A way to leave. */
    interface Way {
        void leave(Connection connection) throws IOException;
    }

    LeavingClient(int port, WaitingRoom room) {
        this.port = port;
        this.room = room;
    }

    /**
     * Sends a request, and leaves.
     *
     * @return the time from just before the client closes its socket to the notice, in nanoseconds; negative if there
     *         is none within a second
     */
    long leave(Way way) throws IOException, InterruptedException {
        var connection = Connection.open(port, Request.get(Request.WAITING));
        connection.send();
        var request = room.awaitArrival();
        long armed = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STAYS_MILLIS);
        while (System.nanoTime() < armed) {
            LockSupport.parkNanos(armed - System.nanoTime());
        }
        room.forgetNotices();
        long left = System.nanoTime();
        way.leave(connection);
        Long noticed = room.awaitNotice();
        request.complete(null);
        return noticed == null ? -1 : noticed - left;
    }
}
