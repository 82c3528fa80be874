package workshop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How soon a server knows that a client has left, once its watch is armed.
 * <p>
 * Client and server share a JVM and its clock. The time is that from just before the client closes its socket to the
 * call of the watch's listener. One client at a time; the ways to leave take turns.
 */
final class TimeToNotice implements Measurement {
    private static final int WARM_UP = 50;
    private static final double SECONDS_PER_CLIENT = 0.025;

    /** The times of one way to leave, in milliseconds, and how many notices did not come. */
    private static final class Times {
        private final List<Double> millis = new ArrayList<>();
        private int missed;

        void add(long nanos) {
            if (nanos < 0) {
                missed++;
            } else {
                millis.add(nanos / 1e6);
            }
        }
    }

    @Override
    public double seconds(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts() * 2
                * plan.answering().stream().filter(Contender::notices).count();
    }

    @Override
    public Table measure(Plan plan, Progress progress) throws IOException, InterruptedException {
        var table = new Table("Time from the client's close to the notice",
                              "Milliseconds, %d clients for each way to leave, each %d ms after its request came to wait."
                                      .formatted(plan.aborts(), LeavingClient.STAYS_MILLIS),
                              "contender", "way", "p50", "p99", "max", "missed", "target of p50", "of p99", "of missed");
        for (var contender : plan.answering()) {
            if (contender.notices()) {
                measure(contender, plan, table);
                progress.advance(SECONDS_PER_CLIENT * plan.aborts() * 2);
            }
        }
        return table;
    }

    private void measure(Contender contender, Plan plan, Table table) throws IOException {
        var fin = new Times();
        var rst = new Times();
        try (var server = ServerJvm.start(contender)) {
            for (int i = 0; i < Math.min(WARM_UP, plan.aborts()); i++) {
                server.ask(ServerProcess.LEAVE_BY_FIN);
                server.ask(ServerProcess.LEAVE_BY_RST);
            }
            for (int i = 0; i < plan.aborts(); i++) {
                fin.add(server.ask(ServerProcess.LEAVE_BY_FIN));
                rst.add(server.ask(ServerProcess.LEAVE_BY_RST));
            }
        }
        row(table, contender, "FIN", fin);
        row(table, contender, "RST", rst);
    }

    private static void row(Table table, Contender contender, String way, Times times) {
        if (times.millis.isEmpty()) {
            throw new IllegalStateException("No client of " + contender.name() + " that left by " + way + " was noticed");
        }
        var sample = Sample.of(times.millis);
        table.row(contender.name(), way, millis(sample.median()), millis(sample.percentile(99)), millis(sample.max()),
                  "" + times.missed, of(contender, Target.below(1, " ms")).verdict(sample.median()),
                  of(contender, Target.below(5, " ms")).verdict(sample.percentile(99)),
                  of(contender, Target.atMost(0, "")).verdict(times.missed));
    }

    /** Other servers have no targets. */
    private static Target of(Contender contender, Target target) {
        return contender instanceof WatchedHelidon ? target : Target.none();
    }

    private static String millis(double millis) {
        return "%.2f".formatted(millis);
    }
}
