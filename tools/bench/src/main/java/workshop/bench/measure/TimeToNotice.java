package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import workshop.bench.client.KeepAliveConnection;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.Latencies;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.testkit.client.TcpClose;

/**
 * How soon a server knows that a client has left, once its watch is armed.
 * <p>
 * Client and server share a JVM and its clock. The time is that from just before the client closes its socket to the
 * call of the watch's listener. One client at a time; the ways to leave take turns.
 */
final class TimeToNotice implements Metric.Measurement {
    private static final int WARM_UP = 50;
    private static final double SECONDS_PER_CLIENT = 0.025;

    @Override
    public double seconds(Plan plan) {
        return secondsEach(plan) * plan.chosen(Contender.NOTICING).size();
    }

    private static double secondsEach(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts * TcpClose.values().length;
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException {
        report.table("Time from the client's close to the notice",
                     "Milliseconds, %d clients for each way to leave, each %d ms after its request came to wait."
                             .formatted(plan.aborts, KeepAliveConnection.STAYS_MILLIS),
                     "contender | way | " + Latencies.COLUMNS);
        for (var contender : plan.chosen(Contender.NOTICING)) {
            try (var server = ServerJvm.start(contender)) {
                measure(server, Math.min(WARM_UP, plan.aborts));
                for (var result : measure(server, plan.aborts)) {
                    if (result.never()) {
                        throw new IOException("No client of %s that left by %s was noticed".formatted(contender, result.way()));
                    }
                    report.row("%s | %s | %s", contender, result.way(), result.cells());
                }
            }
            progress.advance(secondsEach(plan));
        }
    }

    private static List<Latencies> measure(ServerJvm server, int clients) throws IOException {
        var results = Stream.of(TcpClose.values()).map(way -> new Latencies(server.contender(), way, new ArrayList<>())).toList();
        for (int i = 0; i < clients; i++) {
            for (var result : results) {
                var way = result.way();
                result.nanos().add(server.ask((port, pending) -> nanosToNotice(port, pending, way)));
            }
        }
        return results;
    }

    private static long nanosToNotice(int port, PendingRequests pending, TcpClose way) throws IOException, InterruptedException {
        var connection = KeepAliveConnection.send(port, Endpoints.WAITING);
        var request = pending.awaitArrival();
        Thread.sleep(KeepAliveConnection.STAYS_MILLIS);
        pending.forgetNotices();
        long left = System.nanoTime();
        connection.close(way);
        Long noticed = pending.awaitNotice();
        request.complete(null);
        return noticed == null ? -1 : noticed - left;
    }
}
