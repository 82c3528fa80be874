package workshop.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import com.sun.management.OperatingSystemMXBean;

import workshop.bench.client.ClosedLoopLoad;
import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.Sample;
import workshop.bench.report.Target;

/**
 * How many trivial requests a second a contender answers on keep-alive connections, compared with the baseline.
 * <p>
 * The servers of all contenders run all the time, and take short turns. A ratio is that of two turns in one round, so
 * whatever slows the machine down for longer than a round slows both. Each round begins with another contender.
 */
record Throughput(Protocol protocol) implements Metric.Measurement {
    private static final List<Integer> CONNECTIONS = List.of(1, 32);

    private record Turn(Contender contender, int connections, double rate, double cpuMicros) {
    }

    @Override
    public double seconds(Plan plan) {
        return plan.forks * CONNECTIONS.size() * plan.chosen(Contender.ANSWERING, protocol).size()
                * (plan.warmUp + plan.rounds * plan.seconds);
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException, InterruptedException {
        var turns = new ArrayList<Turn>();
        for (int fork = 0; fork < plan.forks; fork++) {
            var servers = ServerJvm.startAll(plan.chosen(Contender.ANSWERING, protocol), protocol);
            try {
                for (int connections : CONNECTIONS) {
                    warmUp(servers, connections, plan, progress);
                    takeTurns(servers, connections, plan, progress, turns);
                }
            } finally {
                servers.forEach(ServerJvm::close);
            }
        }
        report(turns, plan, report);
    }

    private void warmUp(List<ServerJvm> servers, int connections, Plan plan, ProgressBar progress)
            throws IOException, InterruptedException {
        for (int half = 0; half < 2; half++) {
            for (var server : servers) {
                ClosedLoopLoad.run(protocol, server.port(), connections, plan.warmUp / 2);
                progress.advance(plan.warmUp / 2);
            }
        }
    }

    private void takeTurns(List<ServerJvm> servers, int connections, Plan plan, ProgressBar progress, List<Turn> turns)
            throws IOException, InterruptedException {
        var order = new ArrayList<>(servers);
        for (int round = 0; round < plan.rounds; round++) {
            for (var server : order) {
                long before = server.ask((_, _) -> processorTime());
                var load = ClosedLoopLoad.run(protocol, server.port(), connections, plan.seconds);
                long cpu = server.ask((_, _) -> processorTime()) - before;
                turns.add(new Turn(server.contender(), connections, load.rate(), cpu / 1e3 / load.answers()));
                progress.advance(plan.seconds);
            }
            Collections.rotate(order, 1);
        }
    }

    /** The processor time that the JVM that answers this has used, in nanoseconds. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void report(List<Turn> turns, Plan plan, Report report) {
        report.table("Throughput" + protocol.suffix(),
                     ("Requests for a trivial answer on keep-alive connections, %d under way on each. The ratio is to %s in the same round:"
                             + " median, its confidence interval of 95 %%, minimum and maximum of %d rounds in %d JVMs,"
                             + " each turn %s s. The processor time is that of the server's JVM for each request, in"
                             + " microseconds: the median.")
                             .formatted(protocol.requestsPerConnection(), Contender.BASELINE, plan.forks * plan.rounds, plan.forks, plan.seconds),
                     "contender | connections | requests/s | ratio | 95 % | min | max | CPU µs | target");
        for (int connections : CONNECTIONS) {
            var baseline = series(turns, Contender.BASELINE, connections, Turn::rate);
            for (var contender : plan.chosen(Contender.ANSWERING, protocol)) {
                var rates = series(turns, contender, connections, Turn::rate);
                var ratio = Sample.ofPairs(rates, baseline, (own, other) -> own / other);
                report.row("%s | %d | %.0f | %.3f | %.3f to %.3f | %.2f | %.2f | %.1f | %s", contender, connections,
                           Sample.of(rates).median(), ratio.median(), ratio.medianAtLeast(), ratio.medianAtMost(),
                           ratio.min(), ratio.max(),
                           Sample.of(series(turns, contender, connections, Turn::cpuMicros)).median(),
                           target(contender, connections).verdict(contender, ratio.median()));
            }
        }
    }

    /** A figure of one contender, round by round. */
    private static List<Double> series(List<Turn> turns, Contender contender, int connections, Function<Turn, Double> figure) {
        return turns.stream().filter(turn -> turn.contender == contender && turn.connections == connections).map(figure).toList();
    }

    private Target target(Contender contender, int connections) {
        if (protocol == Protocol.HTTP_2) {
            return Target.atLeast(0.97);
        }
        if (contender == Contender.UNWATCHED) {
            return Target.atLeast(0.98);
        }
        return Target.atLeast(connections == 1 ? 0.90 : 0.95);
    }
}
