package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import workshop.bench.client.ClientConnection;
import workshop.bench.client.Protocol;
import workshop.bench.client.WayToLeave;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.Latencies;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;

/**
 * How soon a server knows that a client has left, once its watch is armed.
 * <p>
 * Client and server share a JVM and its clock. The time is that from just before the client leaves to the
 * call of the watch's listener. One client at a time; the ways to leave take turns.
 */
record TimeToNotice(Protocol protocol) implements Metric.Measurement {
    private static final int WARM_UP = 50;
    private static final double SECONDS_PER_CLIENT = 0.025;

    @Override
    public double seconds(Plan plan) {
        return secondsEach(plan) * plan.chosen(Contender.NOTICING, protocol).size();
    }

    private double secondsEach(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts * protocol.ways().size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException {
        report.table("Time from the client's close to the notice" + protocol.suffix(),
                     ("Milliseconds, %d clients for each way to leave, each %d ms after its request came to wait. A server that"
                             + " misses the first three clients is not asked again.")
                             .formatted(plan.aborts, ClientConnection.STAYS_MILLIS),
                     "contender | way | " + Latencies.COLUMNS);
        for (var contender : plan.chosen(Contender.NOTICING, protocol)) {
            try (var server = ServerJvm.start(contender, protocol)) {
                var warmUp = measure(server, Math.min(WARM_UP, plan.aborts));
                boolean hopeless = warmUp.stream().allMatch(Latencies::hopeless);
                for (var result : hopeless ? warmUp : measure(server, plan.aborts)) {
                    report.row("%s | %s | %s", contender, result.way(), result.cells());
                }
            }
            progress.advance(secondsEach(plan));
        }
    }

    private List<Latencies> measure(ServerJvm server, int clients) throws IOException {
        var results = protocol.ways().stream().map(way -> new Latencies(server.contender(), way, new ArrayList<>())).toList();
        for (int i = 0; i < clients; i++) {
            for (var result : results) {
                if (!result.hopeless()) {
                    var how = protocol;
                    var way = result.way();
                    result.nanos().add(server.ask((port, pending) -> nanosToNotice(how, way, port, pending)));
                }
            }
        }
        return results;
    }

    private static long nanosToNotice(Protocol protocol, WayToLeave way, int port, PendingRequests pending)
            throws IOException, InterruptedException {
        try (var connection = protocol.connect(port, Endpoints.WAITING)) {
            connection.send(1);
            var request = pending.awaitArrival();
            Thread.sleep(ClientConnection.STAYS_MILLIS);
            pending.forgetNotices();
            long left = System.nanoTime();
            connection.leave(way);
            Long noticed = pending.awaitNotice();
            request.complete(null);
            return noticed == null ? -1 : noticed - left;
        }
    }
}
