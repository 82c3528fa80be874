package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

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
 * How long it takes until no staged file is left when the clients of all requests in flight leave at once.
 * <p>
 * The time is that from just before the first client closes its socket until the last staged file is seen to be gone, so
 * it includes the time that one thread needs to close them all. The server has a JVM of its own; the first waves warm it up,
 * as the compiler takes its share of the cores at first.
 */
final class MassDisconnect implements Metric.Measurement {
    private static final double CAP_TO_STAGE = 60;
    private static final double SECONDS_EACH = 15;
    private static final int WARM_UP_WAVES = 5;
    private static final int COUNTED_WAVES = 3;
    private static final Target MAX = Target.atMost(500, " ms");
    private static final Target LEFT = Target.atMost(0, "");

    /** The pause between two looks, so that few are in the way. */
    private static final long LOOK_NANOS = 1_000_000;

    /** All requests, dropped at once: the milliseconds until nothing is left, negative if something stays, and how much. */
    private record Wave(double millis, long left) {
        boolean isMissed() {
            return millis < 0;
        }
    }

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.forks * plan.chosen(Contender.STAGING, Protocol.HTTP_1).size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException {
        var results = new LinkedHashMap<Contender, List<Wave>>();
        for (int fork = 0; fork < plan.forks; fork++) {
            for (var contender : plan.chosen(Contender.STAGING, Protocol.HTTP_1)) {
                var waves = results.computeIfAbsent(contender, key -> new ArrayList<>());
                if (waves.stream().allMatch(wave -> wave.left < plan.inFlight)) { // else it notices nobody
                    drop(contender, plan, waves);
                }
                progress.advance(SECONDS_EACH);
            }
        }
        report.table("%,d in flight dropped at once".formatted(plan.inFlight),
                     ("Milliseconds from the first close until no staged file is left: median, minimum and maximum"
                             + " of %d waves in each of %d JVMs, after %d waves that warm it up; where the work of"
                             + " earlier waves goes on, of one wave after one. Left: how many files are still there"
                             + " %s s after the last close, at worst.")
                             .formatted(COUNTED_WAVES, plan.forks, WARM_UP_WAVES, plan.cap),
                     "contender | median | min | max | left | target of max | of left");
        results.forEach((contender, waves) -> report(contender, waves, plan, report));
    }

    /** Adds the waves that count: not those that warm the server up, but for one that leaves something; it is the last. */
    private static void drop(Contender contender, Plan plan, List<Wave> waves) throws IOException {
        try (var server = ServerJvm.start(contender, Protocol.HTTP_1)) {
            int warmUp = contender.stopsTheWork() ? WARM_UP_WAVES : 1;
            int counted = contender.stopsTheWork() ? COUNTED_WAVES : 1;
            boolean missed = false; // what is left would be counted with the next wave
            for (int i = 0; i < warmUp + counted && !missed; i++) {
                var wave = wave(server, plan);
                missed = wave.isMissed();
                if (missed || i >= warmUp) {
                    waves.add(wave);
                }
            }
        }
    }

    private static Wave wave(ServerJvm server, Plan plan) throws IOException {
        var files = new StagedFiles(server.directory());
        try (var clients = Connections.send(Protocol.HTTP_1, server.port(), Endpoints.STAGING, plan.inFlight)) {
            if (StagedFiles.poll(() -> files.count() == plan.inFlight, CAP_TO_STAGE, 50 * LOOK_NANOS) < 0) {
                throw new IOException("%s has staged %d files of %d within a minute"
                                              .formatted(server.contender(), files.count(), plan.inFlight));
            }
            long begin = System.nanoTime();
            clients.close();
            long end = StagedFiles.poll(files::none, plan.cap, LOOK_NANOS);
            return end < 0 ? new Wave(-1, files.count()) : new Wave((end - begin) / 1e6, 0);
        }
    }

    private static void report(Contender contender, List<Wave> waves, Plan plan, Report report) {
        long left = waves.stream().mapToLong(Wave::left).max().orElseThrow();
        var verdict = LEFT.verdict(contender, left);
        var millis = waves.stream().filter(wave -> !wave.isMissed()).map(Wave::millis).toList();
        if (millis.isEmpty()) {
            report.row("%s | never | never | never | %s |  | %s", contender, left == plan.inFlight ? "all" : left, verdict);
        } else {
            var times = Sample.of(millis);
            report.row("%s | %.0f | %.0f | %.0f | %d | %s | %s", contender, times.median(), times.min(), times.max(), left,
                       MAX.verdict(contender, times.max()), verdict);
        }
    }
}
