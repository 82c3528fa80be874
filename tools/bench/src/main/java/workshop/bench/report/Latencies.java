package workshop.bench.report;

import java.util.ArrayList;
import java.util.List;

import workshop.bench.contender.Contender;
import workshop.testkit.client.TcpClose;

/**
 * How soon one contender has reacted to clients that left in one way.
 */
public final class Latencies {
    /** The columns that {@link #cells()} fills. */
    public static final String COLUMNS = "p50 | p99 | max | missed | target of p50 | of p99 | of missed";

    private static final Target P50 = Target.below(1, " ms");
    private static final Target P99 = Target.below(5, " ms");
    private static final Target MISSED = Target.atMost(0, "");

    /** A server that has missed so many clients, and noticed none, misses all. */
    private static final int ENOUGH = 3;

    private final Contender contender;
    private final TcpClose way;
    private final List<Double> millis = new ArrayList<>();
    private int missed;

    /** Of no client yet. */
    public Latencies(Contender contender, TcpClose way) {
        this.contender = contender;
        this.way = way;
    }

    /**
     * Adds what came of one client.
     *
     * @param nanos the time to the reaction; negative if there was none
     */
    public void add(long nanos) {
        if (nanos < 0) {
            missed++;
        } else {
            millis.add(nanos / 1e6);
        }
    }

    /** Who was left. */
    public Contender contender() {
        return contender;
    }

    /** How. */
    public TcpClose way() {
        return way;
    }

    /** How many clients have left. */
    public int clients() {
        return missed + millis.size();
    }

    /** Whether every client was missed. */
    public boolean never() {
        return millis.isEmpty();
    }

    /** Whether there is no use in further clients. */
    public boolean hopeless() {
        return never() && missed >= ENOUGH;
    }

    /** The times in milliseconds; only if not all were missed. */
    Sample sample() {
        return Sample.of(millis);
    }

    /** The figures and the verdicts, for the {@link #COLUMNS}. */
    public String cells() {
        var ofMissed = MISSED.verdict(contender, missed);
        if (never()) {
            return "never | never | never | all |  |  | " + ofMissed;
        }
        var times = sample();
        double p50 = times.median();
        double p99 = times.percentile(99);
        return "%.2f | %.2f | %.2f | %d | %s | %s | %s".formatted(
                p50, p99, times.max(), missed, P50.verdict(contender, p50), P99.verdict(contender, p99), ofMissed);
    }
}
