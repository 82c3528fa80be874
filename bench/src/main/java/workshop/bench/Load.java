package workshop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A closed load: every connection has one request under way, and sends the next when it has its answer. A thread
 * serves up to {@value #CONNECTIONS_PER_THREAD} connections in turn.
 */
final class Load {
    private static final int CONNECTIONS_PER_THREAD = 8;

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * Sends requests for some time, over new connections.
     *
     * @param seconds how long
     * @return answers per second
     */
    double run(double seconds) throws IOException, InterruptedException {
        var open = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections; i++) {
                var connection = Connection.open(port, Request.get(Request.TRIVIAL));
                open.add(connection);
                connection.send(); // the first answer is not counted: the server has accepted the connection then
                connection.receive();
            }
            return rate(open, seconds);
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    private double rate(List<Connection> open, double seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var tasks = new ArrayList<FutureTask<Double>>();
        for (int from = 0; from < open.size(); from += CONNECTIONS_PER_THREAD) {
            var share = open.subList(from, Math.min(open.size(), from + CONNECTIONS_PER_THREAD));
            var task = new FutureTask<>(() -> exchange(share, begin, end));
            Thread.ofPlatform().daemon().name("load-" + from).start(task);
            tasks.add(task);
        }
        double rate = 0;
        for (var task : tasks) {
            rate += result(task, seconds);
        }
        return rate;
    }

    private static double exchange(List<Connection> share, long begin, long end) throws IOException {
        for (var connection : share) {
            connection.send();
        }
        long answers = 0;
        while (System.nanoTime() < end) {
            for (var connection : share) {
                connection.receive();
                connection.send();
            }
            answers += share.size();
        }
        long elapsed = System.nanoTime() - begin;
        for (var connection : share) {
            connection.receive();
        }
        return answers * 1e9 / elapsed;
    }

    private static double result(FutureTask<Double> task, double seconds) throws InterruptedException {
        try {
            return task.get((long) seconds + 10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("A request had no answer within ten seconds", e);
        }
    }
}
