package workshop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many trivial requests a second a contender answers on keep-alive connections, compared with the baseline.
 * <p>
 * The servers of all contenders run all the time, and take short turns. A ratio is that of two turns in one round, so
 * whatever slows the machine down for longer than a round slows both. Each round begins with another contender.
 */
final class Throughput implements Measurement {
    private static final List<Integer> CONNECTIONS = List.of(1, 32);

    /** Answers per second, round by round. */
    private final Map<Case, List<Double>> rates = new HashMap<>();

    private record Case(String contender, int connections) {
    }

    @Override
    public Table measure(Plan plan) throws IOException, InterruptedException {
        for (int fork = 0; fork < plan.forks(); fork++) {
            var servers = ServerJvm.startAll(Contenders.ALL);
            try {
                for (int connections : CONNECTIONS) {
                    warmUp(servers, connections, plan);
                    takeTurns(servers, connections, plan);
                }
            } finally {
                servers.forEach(ServerJvm::close);
            }
        }
        return table(plan);
    }

    private void warmUp(List<ServerJvm> servers, int connections, Plan plan) throws IOException, InterruptedException {
        for (int half = 0; half < 2; half++) {
            for (var server : servers) {
                new Load(server.port(), connections).run(plan.warmUp() / 2);
            }
        }
    }

    private void takeTurns(List<ServerJvm> servers, int connections, Plan plan) throws IOException, InterruptedException {
        var order = new ArrayList<>(servers);
        for (int round = 0; round < plan.rounds(); round++) {
            for (var server : order) {
                double rate = new Load(server.port(), connections).run(plan.seconds());
                rates.computeIfAbsent(new Case(server.contender().name(), connections), key -> new ArrayList<>()).add(rate);
            }
            Collections.rotate(order, 1);
        }
    }

    private Table table(Plan plan) {
        var table = new Table("Throughput",
                              ("Requests for a trivial answer on keep-alive connections. The ratio is to %s in the same round:"
                                      + " median, minimum and maximum of %d rounds in %d JVMs, each turn %s s.")
                                      .formatted(Contenders.BASELINE.name(), plan.forks() * plan.rounds(), plan.forks(),
                                                 plan.seconds()),
                              "contender", "connections", "requests/s", "ratio", "min", "max", "target");
        for (int connections : CONNECTIONS) {
            var baseline = rates.get(new Case(Contenders.BASELINE.name(), connections));
            for (var contender : Contenders.ALL) {
                var rate = rates.get(new Case(contender.name(), connections));
                var ratio = ratio(rate, baseline);
                table.row(contender.name(), "" + connections, "%.0f".formatted(Sample.of(rate).median()),
                          "%.3f".formatted(ratio.median()), "%.2f".formatted(ratio.min()), "%.2f".formatted(ratio.max()),
                          target(contender, connections).verdict(ratio.median()));
            }
        }
        return table;
    }

    private static Sample ratio(List<Double> rate, List<Double> baseline) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < rate.size(); i++) {
            ratios.add(rate.get(i) / baseline.get(i));
        }
        return Sample.of(ratios);
    }

    private static Target target(Contender contender, int connections) {
        return switch (contender) {
            case UnwatchedHelidon _ -> Target.atLeast(0.98);
            case WatchedHelidon _ -> Target.atLeast(connections == 1 ? 0.90 : 0.95);
            default -> Target.none();
        };
    }
}
