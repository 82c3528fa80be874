package workshop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes until no staged file is left when the clients of all requests in flight leave at once.
 * <p>
 * The time is that from just before the first client closes its socket until the last staged file is seen to be gone, so
 * it includes the time that one thread needs to close them all. The server has a JVM of its own; the first waves warm it up,
 * as the compiler takes its share of the cores at first.
 */
final class TimeUntilNothingIsLeft implements Measurement {
    private static final double CAP_TO_STAGE = 60;
    private static final double SECONDS_EACH = 15;
    private static final int WARM_UP_WAVES = 5;
    private static final int COUNTED_WAVES = 3;

    /** The pause between two looks: a look is in the way of those who remove files. */
    private static final long LOOK_NANOS = 1_000_000;

    private final Map<Contender, List<Double>> millis = new HashMap<>();
    private final Map<Contender, Integer> left = new HashMap<>();

    @Override
    public double seconds(Plan plan) {
        return SECONDS_EACH * plan.forks() * plan.staging().size();
    }

    @Override
    public Table measure(Plan plan, Progress progress) throws IOException, InterruptedException {
        for (int fork = 0; fork < plan.forks(); fork++) {
            for (var contender : plan.staging()) {
                if (!left.containsKey(contender) || left.get(contender) < plan.inFlight()) { // else it notices nobody
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
                double time = wave(server, contender, plan);
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
    private double wave(ServerJvm server, Contender contender, Plan plan) throws IOException {
        var clients = new ArrayList<Connection>();
        var files = new StagedFiles(server.directory());
        try {
            for (int i = 0; i < plan.inFlight(); i++) {
                var client = Connection.open(server.port(), Request.get(Request.STAGING));
                clients.add(client);
                client.send();
            }
            if (StagedFiles.await(() -> files.count() == plan.inFlight(), CAP_TO_STAGE, 50 * LOOK_NANOS) < 0) {
                throw new IOException("%s has staged %d files of %d within a minute"
                                              .formatted(contender.name(), files.count(), plan.inFlight()));
            }
            long begin = System.nanoTime();
            for (var client : clients) {
                client.close();
            }
            long end = StagedFiles.await(files::none, plan.cap(), LOOK_NANOS);
            left.merge(contender, end < 0 ? files.count() : 0, Math::max);
            return end < 0 ? -1 : (end - begin) / 1e6;
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private Table table(Plan plan) {
        var table = new Table("%,d in flight dropped at once".formatted(plan.inFlight()),
                              ("Milliseconds from the first close until no staged file is left: median, minimum and maximum of %d"
                                      + " waves in each of %d JVMs, after %d waves that warm it up; where the work of earlier waves goes on,"
                                      + " of one wave after one. Left: how many files are still there %s s after the last close,"
                                      + " at worst.")
                                      .formatted(COUNTED_WAVES, plan.forks(), WARM_UP_WAVES, plan.cap()),
                              "contender", "median", "min", "max", "left", "target of max", "of left");
        for (var contender : plan.staging()) {
            boolean solution = contender instanceof StepThree || contender instanceof StepFour;
            var rest = left.get(contender);
            var missed = (solution ? Target.atMost(0, "") : Target.none()).verdict(rest);
            if (millis.containsKey(contender)) {
                var times = Sample.of(millis.get(contender));
                table.row(contender.name(), "%.0f".formatted(times.median()), "%.0f".formatted(times.min()),
                          "%.0f".formatted(times.max()), "" + rest,
                          (solution ? Target.atMost(500, " ms") : Target.none()).verdict(times.max()), missed);
            } else {
                table.row(contender.name(), "never", "never", "never", rest == plan.inFlight() ? "all" : "" + rest, "", missed);
            }
        }
        return table;
    }
}
