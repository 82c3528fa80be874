package workshop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How much live heap a request costs while it waits, each on a connection of its own, with its watch armed.
 * <p>
 * The heap in use after full collections, with all requests waiting, less that of the same JVM before the first of
 * them, divided by their number. The clients are in another JVM.
 */
final class HeapPerRequest implements Measurement {
    private static final double KIB = 1024;

    /** Connections of the warm-up: few, because buffers that more of them leave in pools would count as in use before. */
    private static final int WARM_UP = 4;

    private static final double SECONDS_EACH = 5;

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.forks() * plan.answering().size();
    }

    @Override
    public Table measure(Plan plan, Progress progress) throws IOException, InterruptedException {
        Map<Contender, List<Double>> kib = new HashMap<>();
        for (int fork = 0; fork < plan.forks(); fork++) {
            for (var contender : plan.answering()) {
                kib.computeIfAbsent(contender, key -> new ArrayList<>())
                        .add(bytesPerRequest(contender, plan) / KIB);
                progress.advance(SECONDS_EACH);
            }
        }
        return table(plan, kib);
    }

    private static double bytesPerRequest(Contender contender, Plan plan) throws IOException, InterruptedException {
        int inFlight = plan.inFlight();
        var clients = new ArrayList<Connection>();
        try (var server = ServerJvm.start(contender)) {
            new Load(server.port(), WARM_UP).run(plan.warmUp() / 4); // so that classes and pools are not counted
            long before = server.ask(ServerProcess.HEAP);
            for (int i = 0; i < inFlight; i++) {
                var client = Connection.open(server.port(), Request.get(Request.WAITING));
                clients.add(client);
                client.send();
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (server.ask(ServerProcess.ARRIVED) < inFlight) {
                if (System.nanoTime() > end) {
                    throw new IOException("Not all requests have reached the handler within a minute");
                }
                Thread.sleep(10);
            }
            Thread.sleep((long) (plan.warmUp() * 250)); // every watch is armed by then
            return (double) (server.ask(ServerProcess.HEAP) - before) / inFlight;
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static Table table(Plan plan, Map<Contender, List<Double>> kib) {
        var baseline = kib.get(Contenders.BASELINE);
        var table = new Table("Live heap per waiting request",
                              ("KiB, with %d requests in flight, each on its own connection: median of %d JVMs. The difference"
                                      + " and the ratio are to %s, JVM by JVM: median, minimum and maximum.")
                                      .formatted(plan.inFlight(), plan.forks(), Contenders.BASELINE.name()),
                              "contender", "KiB", "above", "min", "max", "ratio", "target");
        for (var contender : plan.answering()) {
            var own = kib.get(contender);
            var above = Sample.ofPairs(own, baseline, (one, other) -> one - other);
            var ratio = Sample.ofPairs(own, baseline, (one, other) -> one / other);
            var target = contender instanceof UnwatchedHelidon || contender instanceof WatchedHelidon
                    ? Target.atMost(5, " KiB")
                    : Target.none();
            table.row(contender.name(), "%.2f".formatted(Sample.of(own).median()), "%.2f".formatted(above.median()),
                      "%.2f".formatted(above.min()), "%.2f".formatted(above.max()), "%.3f".formatted(ratio.median()),
                      target.verdict(above.median()));
        }
        return table;
    }
}
