package workshop.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * How much live heap a request costs while it waits, each on a connection of its own, with its watch armed.
 * <p>
 * The heap in use after full collections, with all requests waiting, less that of the same JVM before the first of
 * them, divided by their number. The clients are in another JVM.
 */
final class HeapPerRequest implements Measurement {
    private static final double KIB = 1024;
    private static final int OTHER_FILES = 200;
    private static final int WARM_UP = 100;

    @Override
    public Table measure(Plan plan) throws IOException, InterruptedException {
        checkThatFilesSuffice(plan.inFlight());
        Map<String, List<Double>> bytes = new HashMap<>();
        for (int fork = 0; fork < plan.forks(); fork++) {
            for (var contender : Contenders.ALL) {
                bytes.computeIfAbsent(contender.name(), key -> new ArrayList<>()).add(bytesPerRequest(contender, plan.inFlight()));
            }
        }
        return table(plan, bytes);
    }

    private static double bytesPerRequest(Contender contender, int inFlight) throws IOException, InterruptedException {
        var clients = new ArrayList<Connection>();
        try (var server = ServerJvm.start(contender)) {
            new Load(server.port(), WARM_UP).run(0.5); // so that classes and pools are not counted
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
            Thread.sleep(1000); // every watch is armed by then
            return (double) (server.ask(ServerProcess.HEAP) - before) / inFlight;
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static Table table(Plan plan, Map<String, List<Double>> bytes) {
        double baseline = Sample.of(bytes.get(Contenders.BASELINE.name())).median();
        var table = new Table("Live heap per waiting request",
                              "KiB, with %d requests in flight, each on its own connection: median, minimum and maximum of %d JVMs."
                                      .formatted(plan.inFlight(), plan.forks()),
                              "contender", "KiB per request", "min", "max", "ratio", "above " + Contenders.BASELINE.name(), "target");
        for (var contender : Contenders.ALL) {
            var sample = Sample.of(bytes.get(contender.name()));
            double above = (sample.median() - baseline) / KIB;
            var target = contender == Contenders.BASELINE ? Target.none() : Target.atMost(5, "KiB");
            table.row(contender.name(), "%.2f".formatted(sample.median() / KIB), "%.2f".formatted(sample.min() / KIB),
                      "%.2f".formatted(sample.max() / KIB), "%.3f".formatted(sample.median() / baseline),
                      "%.2f".formatted(above), target.verdict(above));
        }
        return table;
    }

    private static void checkThatFilesSuffice(int inFlight) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < inFlight + OTHER_FILES) {
            throw new IllegalStateException("This process may open %d files, and %d requests in flight need %d: raise the limit"
                                                    .formatted(system.getMaxFileDescriptorCount(), inFlight, inFlight + OTHER_FILES)
                                                    + " (ulimit -n), or lower --in-flight");
        }
    }
}
