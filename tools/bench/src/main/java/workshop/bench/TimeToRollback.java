package workshop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the staged file of a client that leaves stays.
 * <p>
 * The time is that from just before the client closes its socket until its file is seen to be gone. The client and the one
 * who looks are the same thread; the server has a JVM of its own. One client at a time.
 */
final class TimeToRollback implements Measurement {
    /** The client stays for so long, in milliseconds: then the watch of its request is armed. */
    private static final int STAYS_MILLIS = 20;
    private static final int WARM_UP = 100;

    /** The pause between two looks; the operating system makes it some 60 microseconds. */
    private static final long LOOK_NANOS = 10_000;
    private static final double SECONDS_PER_CLIENT = 0.025;

    private final List<Rollbacks> results = new ArrayList<>();

    @Override
    public double seconds(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts() * plan.staging().size() * Leaving.values().length;
    }

    @Override
    public Table measure(Plan plan, Progress progress) throws IOException, InterruptedException {
        for (var contender : plan.staging()) {
            try (var server = ServerJvm.start(contender)) {
                var files = new StagedFiles(server.directory());
                for (var way : Leaving.values()) {
                    var warmUp = measure(server, files, new Rollbacks(contender, way), Math.min(WARM_UP, plan.aborts()), plan);
                    results.add(warmUp.hopeless()
                                        ? warmUp
                                        : measure(server, files, new Rollbacks(contender, way), plan.aborts(), plan));
                    progress.advance(SECONDS_PER_CLIENT * plan.aborts());
                }
                if (files.anyCommitted()) {
                    throw new IOException(contender.name() + " has committed a file before its work was done");
                }
            }
        }
        return table(plan);
    }

    @Override
    public Optional<Plot> plot() {
        return Optional.of(new RollbackPlot(results));
    }

    private static Rollbacks measure(ServerJvm server, StagedFiles files, Rollbacks rollbacks, int clients, Plan plan)
            throws IOException {
        for (int i = 0; i < clients && !rollbacks.hopeless(); i++) {
            rollbacks.add(nanosToRollback(server.port(), files, rollbacks.way(), plan.cap()));
        }
        return rollbacks;
    }

    /** Negative if the file stays longer than the cap, in seconds. */
    private static long nanosToRollback(int port, StagedFiles files, Leaving way, double cap) throws IOException {
        var connection = Connection.open(port, Request.get(Request.STAGING));
        connection.send();
        var file = files.awaitNext();
        long armed = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STAYS_MILLIS);
        while (System.nanoTime() < armed) {
            LockSupport.parkNanos(armed - System.nanoTime());
        }
        long left = System.nanoTime();
        way.leave(connection);
        long gone = StagedFiles.await(() -> Files.notExists(file), cap, LOOK_NANOS);
        return gone < 0 ? -1 : gone - left;
    }

    private Table table(Plan plan) {
        var table = new Table("Time from the client's close to the end of the rollback",
                              ("Milliseconds until the staged file is gone, for clients that leave %d ms after it was staged. What"
                                      + " is still there after %s s counts as missed. A server that misses the first three"
                                      + " clients is not asked again.").formatted(STAYS_MILLIS, plan.cap()),
                              "contender", "way", "clients", "p50", "p99", "max", "missed", "target of p50", "of p99", "of missed");
        for (var result : results) {
            boolean solution = result.contender() instanceof StepThree || result.contender() instanceof StepFour;
            var missed = (solution ? Target.atMost(0, "") : Target.none()).verdict(result.missed());
            if (result.neverNoticed()) {
                table.row(result.contender().name(), "" + result.way(), "" + result.clients(), "never", "never", "never",
                          "all", "", "", missed);
            } else {
                var times = result.sample();
                table.row(result.contender().name(), "" + result.way(), "" + result.clients(), millis(times.median()),
                          millis(times.percentile(99)), millis(times.max()), "" + result.missed(),
                          (solution ? Target.below(1, " ms") : Target.none()).verdict(times.median()),
                          (solution ? Target.below(5, " ms") : Target.none()).verdict(times.percentile(99)), missed);
            }
        }
        return table;
    }

    private static String millis(double millis) {
        return "%.2f".formatted(millis);
    }
}
