package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import workshop.bench.client.Connections;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.plan.Plan;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Sample;
import workshop.bench.report.Table;
import workshop.bench.report.Target;
import workshop.bench.workload.Endpoints;

/**
 * How long it takes until no staged file is left when the clients of all requests in flight leave at once.
 * <p>
 * The time is that from just before the first client closes its socket until the last staged file is seen to be gone, so
 * it includes the time that one thread needs to close them all. The server has a JVM of its own; the first waves warm it up,
 * as the compiler takes its share of the cores at first.
 */
final class MassDisconnect implements Measurement {
    private static final double CAP_TO_STAGE = 60;
    private static final double SECONDS_EACH = 15;
    private static final int WARM_UP_WAVES = 5;
    private static final int COUNTED_WAVES = 3;
    private static final Target MAX = Target.atMost(500, " ms");
    private static final Target LEFT = Target.atMost(0, "");

    /** The pause between two looks, so that few are in the way. */
    private static final long LOOK_NANOS = 1_000_000;

    private final Map<Contender, List<Double>> millis = new EnumMap<>(Contender.class);
    private final Map<Contender, Long> left = new EnumMap<>(Contender.class);

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.forks() * plan.chosen(Contender.STAGING).size();
    }

    @Override
    public Table measure(Plan plan, ProgressBar progress) throws IOException {
        for (int fork = 0; fork < plan.forks(); fork++) {
            for (var contender : plan.chosen(Contender.STAGING)) {
                if (left.getOrDefault(contender, 0L) < plan.inFlight()) { // else it notices nobody
                    drop(contender, plan);
                }
                progress.advance(SECONDS_EACH);
            }
        }
        return table(plan);
    }

    private void drop(Contender contender, Plan plan) throws IOException {
        try (var server = ServerJvm.start(contender)) {
            int warmUp = contender.stopsTheWork() ? WARM_UP_WAVES : 1;
            int counted = contender.stopsTheWork() ? COUNTED_WAVES : 1;
            for (int wave = 0; wave < warmUp + counted; wave++) {
                double time = wave(server, plan);
                if (time < 0) {
                    return; // what is left would be counted with the next wave
                }
                if (wave >= warmUp) {
                    millis.computeIfAbsent(contender, key -> new ArrayList<>()).add(time);
                }
            }
        }
    }

    /** One wave of requests, all dropped at once: the milliseconds until nothing is left, or -1 if something stays. */
    private double wave(ServerJvm server, Plan plan) throws IOException {
        var files = new StagedFiles(server.directory());
        try (var clients = Connections.send(server.port(), Endpoints.STAGING, plan.inFlight())) {
            if (Polling.until(() -> files.count() == plan.inFlight(), CAP_TO_STAGE, 50 * LOOK_NANOS) < 0) {
                throw new IOException("%s has staged %d files of %d within a minute"
                                              .formatted(server.contender(), files.count(), plan.inFlight()));
            }
            long begin = System.nanoTime();
            clients.close();
            long end = Polling.until(files::none, plan.cap(), LOOK_NANOS);
            left.merge(server.contender(), end < 0 ? files.count() : 0, Math::max);
            return end < 0 ? -1 : (end - begin) / 1e6;
        }
    }

    private Table table(Plan plan) {
        var table = new Table("%,d in flight dropped at once".formatted(plan.inFlight()),
                              ("Milliseconds from the first close until no staged file is left: median, minimum and maximum"
                                      + " of %d waves in each of %d JVMs, after %d waves that warm it up; where the work of"
                                      + " earlier waves goes on, of one wave after one. Left: how many files are still there"
                                      + " %s s after the last close, at worst.")
                                      .formatted(COUNTED_WAVES, plan.forks(), WARM_UP_WAVES, plan.cap()),
                              "contender | median | min | max | left | target of max | of left");
        for (var contender : plan.chosen(Contender.STAGING)) {
            long rest = left.get(contender);
            var verdict = LEFT.verdict(contender, rest);
            if (millis.containsKey(contender)) {
                var times = Sample.of(millis.get(contender));
                table.row("%s | %.0f | %.0f | %.0f | %d | %s | %s", contender, times.median(), times.min(), times.max(),
                          rest, MAX.verdict(contender, times.max()), verdict);
            } else {
                table.row("%s | never | never | never | %s |  | %s", contender, rest == plan.inFlight() ? "all" : rest, verdict);
            }
        }
        return table;
    }
}
