package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;

import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.Sample;
import workshop.bench.report.Target;

/**
 * How long a server takes from the start of its JVM until it listens: of step 06, with the store inside the process.
 */
final class TimeToStart implements Metric.Measurement {
    private static final Protocol PROTOCOL = Protocol.HTTP_1;
    private static final double SECONDS_EACH = 2;
    private static final Target MAX = Target.atMost(3, " s");

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.rounds * plan.chosen(Contender.STARTING, PROTOCOL).size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException {
        report.table("Time to start",
                     ("Seconds from the start of the JVM until the server listens: median, minimum and maximum of %d JVMs. %s has"
                             + " its store inside.").formatted(plan.rounds, Contender.STEP_06),
                     "contender | median | min | max | target of max");
        for (var contender : plan.chosen(Contender.STARTING, PROTOCOL)) {
            var seconds = new ArrayList<Double>();
            for (int round = 0; round < plan.rounds; round++) {
                long begin = System.nanoTime();
                try (var _ = ServerJvm.start(contender, PROTOCOL)) {
                    seconds.add((System.nanoTime() - begin) / 1e9);
                }
                progress.advance(SECONDS_EACH);
            }
            var all = Sample.of(seconds);
            report.row("%s | %.2f | %.2f | %.2f | %s", contender, all.median(), all.min(), all.max(), MAX.verdict(contender, all.max()));
        }
    }
}
