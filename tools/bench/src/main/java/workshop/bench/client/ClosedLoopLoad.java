package workshop.bench.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import workshop.bench.workload.Endpoints;

/**
 * A closed load: every connection has its requests under way, and sends the next for each answer. A thread
 * serves up to {@value #CONNECTIONS_PER_THREAD} connections in turn. It is no program of its own, such as wrk: its turns are
 * short, and the servers' turns follow each other.
 *
 * @param answers how many answers came
 * @param seconds how long it took
 */
public record ClosedLoopLoad(long answers, double seconds) {
    private static final int CONNECTIONS_PER_THREAD = 8;

    /**
     * Sends requests for some time, over new connections.
     *
     * @param port        the server's
     * @param connections how many
     * @param seconds     how long
     * @return what came of it; the first answers on each connection, which show that it is accepted, are not counted
     * @throws IllegalStateException if a client fails, or has no answer within ten seconds
     */
    public static ClosedLoopLoad run(Protocol protocol, int port, int connections, double seconds)
            throws IOException, InterruptedException {
        int underWay = protocol.requestsPerConnection();
        try (var open = Connections.send(protocol, port, Endpoints.TRIVIAL, connections * underWay)) {
            for (var connection : open.all()) {
                connection.receiveAll(underWay);
            }
            return exchange(open.all(), underWay, seconds);
        }
    }

    /** Answers per second. */
    public double rate() {
        return answers / seconds;
    }

    private static ClosedLoopLoad exchange(List<ClientConnection> open, int underWay, double seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var shares = new ArrayList<Callable<Long>>();
        for (int from = 0; from < open.size(); from += CONNECTIONS_PER_THREAD) {
            var share = open.subList(from, Math.min(open.size(), from + CONNECTIONS_PER_THREAD));
            shares.add(() -> exchange(share, underWay, end));
        }
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("load-", 0).factory())) {
            long answers = 0;
            for (var share : threads.invokeAll(shares, (long) seconds + 10, TimeUnit.SECONDS)) {
                answers += result(share);
            }
            return new ClosedLoopLoad(answers, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static long exchange(List<ClientConnection> share, int underWay, long end) throws IOException {
        for (var connection : share) {
            connection.send(underWay);
        }
        long answers = 0;
        while (System.nanoTime() < end) {
            for (var connection : share) {
                int received = connection.receive();
                connection.send(received);
                answers += received;
            }
        }
        for (var connection : share) {
            connection.receiveAll(underWay);
        }
        return answers + (long) share.size() * underWay;
    }

    private static long result(Future<Long> share) {
        return switch (share.state()) {
            case SUCCESS -> share.resultNow();
            case FAILED -> throw new IllegalStateException("A client failed", share.exceptionNow());
            default -> throw new IllegalStateException("A request had no answer within ten seconds");
        };
    }
}
