package workshop.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

import workshop.bench.client.ClosedLoopLoad;
import workshop.bench.client.Connections;
import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.Sample;
import workshop.bench.report.Target;
import workshop.bench.workload.Endpoints;

/**
 * How much live heap a request costs while it waits, with its watch armed; its share of its connection is a part of it.
 * <p>
 * The heap in use after full collections, with all requests waiting, less that of the same JVM before the first of
 * them, divided by their number. The clients are in another JVM.
 */
record LiveHeap(Protocol protocol, Target target) implements Metric.Measurement {
    private static final double KIB = 1024;

    /** Connections of the warm-up: few, because buffers that more of them leave in pools would count as in use before. */
    private static final int WARM_UP = 4;

    private static final double CAP_TO_ARRIVE = 60;
    private static final long LOOK_NANOS = 10_000_000;
    private static final double SECONDS_EACH = 5;

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.forks * plan.chosen(Contender.ANSWERING, protocol).size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException, InterruptedException {
        var kib = new EnumMap<Contender, List<Double>>(Contender.class);
        for (int fork = 0; fork < plan.forks; fork++) {
            for (var contender : plan.chosen(Contender.ANSWERING, protocol)) {
                kib.computeIfAbsent(contender, key -> new ArrayList<>()).add(bytesPerRequest(contender, plan) / KIB);
                progress.advance(SECONDS_EACH);
            }
        }
        report.table("Live heap per waiting request" + protocol.suffix(),
                     ("KiB, with %d requests in flight, %d on each connection: median of %d JVMs. The difference"
                             + " and the ratio are to %s, JVM by JVM: median, minimum and maximum.")
                             .formatted(plan.inFlight, protocol.requestsPerConnection(), plan.forks, Contender.BASELINE),
                     "contender | KiB | above | min | max | ratio | target");
        var baseline = kib.get(Contender.BASELINE);
        kib.forEach((contender, own) -> {
            var above = Sample.ofPairs(own, baseline, (one, other) -> one - other);
            var ratio = Sample.ofPairs(own, baseline, (one, other) -> one / other);
            report.row("%s | %.2f | %.2f | %.2f | %.2f | %.3f | %s", contender, Sample.of(own).median(), above.median(),
                       above.min(), above.max(), ratio.median(), target.verdict(contender, above.median()));
        });
    }

    private double bytesPerRequest(Contender contender, Plan plan) throws IOException, InterruptedException {
        int inFlight = plan.inFlight;
        try (var server = ServerJvm.start(contender, protocol)) {
            ClosedLoopLoad.run(protocol, server.port(), WARM_UP, plan.warmUp / 4); // so that classes and pools are not counted
            long before = server.ask((_, _) -> inUse());
            try (var _ = Connections.send(protocol, server.port(), Endpoints.WAITING, inFlight)) {
                ServerJvm.Question arrived = (_, pending) -> pending.arrived();
                if (StagedFiles.poll(() -> server.ask(arrived) == inFlight, CAP_TO_ARRIVE, LOOK_NANOS) < 0) {
                    throw new IOException("Not all requests have reached the handler within a minute");
                }
                Thread.sleep((long) (plan.warmUp * 250)); // every watch is armed by then
                return (double) (server.ask((_, _) -> inUse()) - before) / inFlight;
            }
        }
    }

    /** The live heap of the JVM that answers this, in bytes: what is in use after three full collections. */
    private static long inUse() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
