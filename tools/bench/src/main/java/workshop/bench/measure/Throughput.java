package workshop.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import workshop.bench.client.ClosedLoopLoad;
import workshop.bench.client.LoadResult;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.Question;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.plan.Plan;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Sample;
import workshop.bench.report.Table;
import workshop.bench.report.Target;

/**
 * How many trivial requests a second a contender answers on keep-alive connections, compared with the baseline.
 * <p>
 * The servers of all contenders run all the time, and take short turns. A ratio is that of two turns in one round, so
 * whatever slows the machine down for longer than a round slows both. Each round begins with another contender.
 */
final class Throughput implements Measurement {
    private static final List<Integer> CONNECTIONS = List.of(1, 32);

    private final Map<Case, Rounds> results = new HashMap<>();

    private record Case(Contender contender, int connections) {
    }

    /** The turns of one case, one in each round. */
    private record Rounds(List<Double> rates, List<Double> cpuMicros) {
        Rounds() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(LoadResult turn, long cpuNanos) {
            rates.add(turn.rate());
            cpuMicros.add(cpuNanos / 1e3 / turn.answers());
        }
    }

    @Override
    public double seconds(Plan plan) {
        return plan.forks() * CONNECTIONS.size() * plan.chosen(Contender.ANSWERING).size()
                * (plan.warmUp() + plan.rounds() * plan.seconds());
    }

    @Override
    public Table measure(Plan plan, ProgressBar progress) throws IOException, InterruptedException {
        for (int fork = 0; fork < plan.forks(); fork++) {
            var servers = ServerJvm.startAll(plan.chosen(Contender.ANSWERING));
            try {
                for (int connections : CONNECTIONS) {
                    warmUp(servers, connections, plan, progress);
                    takeTurns(servers, connections, plan, progress);
                }
            } finally {
                servers.forEach(ServerJvm::close);
            }
        }
        return table(plan);
    }

    private static void warmUp(List<ServerJvm> servers, int connections, Plan plan, ProgressBar progress)
            throws IOException, InterruptedException {
        for (int half = 0; half < 2; half++) {
            for (var server : servers) {
                new ClosedLoopLoad(server.port(), connections).run(plan.warmUp() / 2);
                progress.advance(plan.warmUp() / 2);
            }
        }
    }

    private void takeTurns(List<ServerJvm> servers, int connections, Plan plan, ProgressBar progress)
            throws IOException, InterruptedException {
        var order = new ArrayList<>(servers);
        for (int round = 0; round < plan.rounds(); round++) {
            for (var server : order) {
                long before = server.ask(Question.CPU);
                var turn = new ClosedLoopLoad(server.port(), connections).run(plan.seconds());
                results.computeIfAbsent(new Case(server.contender(), connections), key -> new Rounds())
                        .add(turn, server.ask(Question.CPU) - before);
                progress.advance(plan.seconds());
            }
            Collections.rotate(order, 1);
        }
    }

    private Table table(Plan plan) {
        var table = new Table("Throughput",
                              ("Requests for a trivial answer on keep-alive connections. The ratio is to %s in the same round:"
                                      + " median, its confidence interval of 95 %%, minimum and maximum of %d rounds in %d JVMs,"
                                      + " each turn %s s. The processor time is that of the server's JVM for each request, in"
                                      + " microseconds: the median.")
                                      .formatted(Contender.BASELINE, plan.forks() * plan.rounds(), plan.forks(), plan.seconds()),
                              "contender | connections | requests/s | ratio | 95 % | min | max | CPU µs | target");
        for (int connections : CONNECTIONS) {
            var baseline = results.get(new Case(Contender.BASELINE, connections));
            for (var contender : plan.chosen(Contender.ANSWERING)) {
                var result = results.get(new Case(contender, connections));
                var ratio = Sample.ofPairs(result.rates, baseline.rates, (own, other) -> own / other);
                table.row("%s | %d | %.0f | %.3f | %.3f to %.3f | %.2f | %.2f | %.1f | %s", contender, connections,
                          Sample.of(result.rates).median(), ratio.median(), ratio.medianAtLeast(), ratio.medianAtMost(),
                          ratio.min(), ratio.max(), Sample.of(result.cpuMicros).median(),
                          target(contender, connections).verdict(contender, ratio.median()));
            }
        }
        return table;
    }

    private static Target target(Contender contender, int connections) {
        if (contender == Contender.UNWATCHED) {
            return Target.atLeast(0.98);
        }
        return Target.atLeast(connections == 1 ? 0.90 : 0.95);
    }
}
