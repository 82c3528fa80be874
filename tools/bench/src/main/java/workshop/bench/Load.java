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
     * @return the turn; the first answer of each connection, which shows that it is accepted, is not counted
     */
    Turn run(double seconds) throws IOException, InterruptedException {
        var open = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections; i++) {
                var connection = Connection.open(port, Request.get(Request.TRIVIAL));
                open.add(connection);
                connection.send();
                connection.receive();
            }
            return exchange(open, seconds);
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    private static Turn exchange(List<Connection> open, double seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var tasks = new ArrayList<FutureTask<Long>>();
        for (int from = 0; from < open.size(); from += CONNECTIONS_PER_THREAD) {
            var share = open.subList(from, Math.min(open.size(), from + CONNECTIONS_PER_THREAD));
            var task = new FutureTask<>(() -> exchange(share, end));
            Thread.ofPlatform().daemon().name("load-" + from).start(task);
            tasks.add(task);
        }
        long answers = 0;
        for (var task : tasks) {
            answers += result(task, seconds);
        }
        return new Turn(answers, (System.nanoTime() - begin) / 1e9);
    }

    private static long exchange(List<Connection> share, long end) throws IOException {
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
        for (var connection : share) {
            connection.receive();
        }
        return answers + share.size();
    }

    private static long result(FutureTask<Long> task, double seconds) throws InterruptedException {
        try {
            return task.get((long) seconds + 10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("A request had no answer within ten seconds", e);
        }
    }
}
