package workshop.bench.report;

import java.util.List;

import workshop.bench.client.WayToLeave;
import workshop.bench.contender.Contender;

/**
 * How soon one contender has reacted to clients that left in one way.
 *
 * @param nanos the time to the reaction for each client; negative if there was none
 */
public record Latencies(Contender contender, WayToLeave way, List<Long> nanos) {
    /** The columns that {@link #cells()} fills. */
    public static final String COLUMNS = "p50 | p99 | max | missed | target of p50 | of p99 | of missed";

    private static final Target P50 = Target.below(1, " ms");
    private static final Target P99 = Target.below(5, " ms");
    private static final Target MISSED = Target.atMost(0, "");

    /** A server that has missed so many clients, and noticed none, misses all. */
    private static final int ENOUGH = 3;

    /** Whether every client was missed. */
    public boolean never() {
        return nanos.stream().allMatch(time -> time < 0);
    }

    /** Whether there is no use in further clients. */
    public boolean hopeless() {
        return never() && nanos.size() >= ENOUGH;
    }

    /** The times in milliseconds; only if not all were missed. */
    Sample millis() {
        return Sample.of(nanos.stream().filter(time -> time >= 0).map(time -> time / 1e6).toList());
    }

    /** The figures and the verdicts, for the {@link #COLUMNS}. */
    public String cells() {
        return cells(P50, P99);
    }

    /** The same with other targets. */
    public String cells(Target ofP50, Target ofP99) {
        long missed = nanos.stream().filter(time -> time < 0).count();
        var ofMissed = MISSED.verdict(contender, missed);
        if (never()) {
            return "never | never | never | all |  |  | " + ofMissed;
        }
        var times = millis();
        double p50 = times.median();
        double p99 = times.percentile(99);
        return "%.2f | %.2f | %.2f | %d | %s | %s | %s".formatted(
                p50, p99, times.max(), missed, ofP50.verdict(contender, p50), ofP99.verdict(contender, p99), ofMissed);
    }
}
