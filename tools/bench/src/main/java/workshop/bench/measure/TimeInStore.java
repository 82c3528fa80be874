package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import workshop.bench.client.ClientConnection;
import workshop.bench.client.Protocol;
import workshop.bench.client.WayToLeave;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.Latencies;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.Target;
import workshop.bench.store.SlowStore;
import workshop.bench.workload.Endpoints;

/**
 * How long something of a client that leaves stays in a store, and how long the calls of its parts go on.
 * <p>
 * Both times are those from just before the client leaves, while all parts are being uploaded. The client, the store and the one
 * who looks into it share a JVM, and all servers share the store; each has a JVM of its own. One client at a time.
 */
final class TimeInStore implements Metric.Measurement {
    private static final Protocol PROTOCOL = Protocol.HTTP_1;
    private static final int WARM_UP = 50;
    private static final long LOOK_NANOS = 100_000;
    private static final double SECONDS_PER_CLIENT = 0.5;
    private static final Target LEFT = Target.atMost(2000, " ms");
    private static final Target CALLS = Target.atMost(100, " ms");

    /** For clients that left in one way: until nothing was left in the store, and until no call of a part was under way. */
    private record Ends(Latencies left, Latencies calls) {
        static Ends of(Contender contender, WayToLeave way) {
            return new Ends(new Latencies(contender, way, new ArrayList<>()), new Latencies(contender, way, new ArrayList<>()));
        }
    }

    @Override
    public double seconds(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts * plan.chosen(Contender.STORING, PROTOCOL).size() * PROTOCOL.ways().size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException, InterruptedException {
        var results = new ArrayList<Ends>();
        try (var store = SlowStore.start()) {
            for (var contender : plan.chosen(Contender.STORING, PROTOCOL)) {
                try (var server = ServerJvm.start(contender, PROTOCOL, store.settings())) {
                    for (var way : PROTOCOL.ways()) {
                        var warmUp = measure(server, store, way, Math.min(WARM_UP, plan.aborts), plan.cap);
                        results.add(warmUp.left.hopeless() ? warmUp : measure(server, store, way, plan.aborts, plan.cap));
                        progress.advance(SECONDS_PER_CLIENT * plan.aborts);
                    }
                }
            }
        }
        table(report, results, "Time from the client's close to nothing left in the store",
              ("Milliseconds until the store has neither an upload under way nor an object, for clients that leave %d ms after all"
                      + " parts of their upload have come to the store. It answers %d ms after they have. What is still there after"
                      + " %s s counts as missed. A server that misses the first three clients is not asked again.")
                      .formatted(ClientConnection.STAYS_MILLIS, SlowStore.ANSWERS_AFTER_MILLIS, plan.cap), Ends::left, LEFT);
        table(report, results, "Time from the client's close to the end of the calls to the store",
              "Milliseconds until no part's call is under way any more, answered or ended by the server, for the same clients.",
              Ends::calls, CALLS);
    }

    private static Ends measure(ServerJvm server, SlowStore store, WayToLeave way, int clients, double cap)
            throws IOException, InterruptedException {
        var ends = Ends.of(server.contender(), way);
        for (int i = 0; i < clients && !ends.left.hopeless(); i++) {
            leave(server, store, way, ends, cap);
        }
        return ends;
    }

    private static void leave(ServerJvm server, SlowStore store, WayToLeave way, Ends ends, double cap)
            throws IOException, InterruptedException {
        String path = server.contender().isOfTheWorkshop() ? Endpoints.STAGING : Endpoints.STORING;
        try (var connection = PROTOCOL.connect(server.port(), path)) {
            connection.send(1);
            var calls = store.awaitNext();
            Thread.sleep(ClientConnection.STAYS_MILLIS);
            long left = System.nanoTime();
            connection.leave(way);
            long gone = StagedFiles.poll(() -> !store.holds(calls.key()), cap, LOOK_NANOS);
            ends.left.nanos().add(gone < 0 ? -1 : gone - left);
            long over = StagedFiles.poll(calls::areOver, cap, LOOK_NANOS);
            ends.calls.nanos().add(over < 0 ? -1 : calls.lastEnd() - left);
        }
    }

    private static void table(Report report, List<Ends> results, String title, String method, Function<Ends, Latencies> which,
                              Target target) {
        report.table(title, method, "contender | way | clients | " + Latencies.COLUMNS);
        results.stream().map(which).forEach(result -> report.row("%s | %s | %d | %s", result.contender(), result.way(),
                                                                 result.nanos().size(), result.cells(target, target)));
    }
}
