package workshop.bench.client;

import java.io.IOException;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.testkit.client.TcpClose;

/**
 * A client in the server's own JVM, for one clock, which leaves while its request waits, and times the notice.
 *
 * @param port    the server's
 * @param pending where its request waits
 */
public record NoticeProbe(int port, PendingRequests pending) {
    /**
     * Sends a request, and leaves.
     *
     * @return the time from just before the client closes its socket to the notice, in nanoseconds; negative if there
     *         is none within a second
     */
    public long nanosToNotice(TcpClose way) throws IOException, InterruptedException {
        var connection = KeepAliveConnection.send(port, Endpoints.WAITING);
        var request = pending.awaitArrival();
        KeepAliveConnection.stay();
        pending.forgetNotices();
        long left = System.nanoTime();
        connection.close(way);
        Long noticed = pending.awaitNotice();
        request.complete(null);
        return noticed == null ? -1 : noticed - left;
    }
}
