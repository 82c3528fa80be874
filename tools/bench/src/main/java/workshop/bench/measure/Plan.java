package workshop.bench.measure;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;

import com.sun.management.UnixOperatingSystemMXBean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;

/**
 * How much is measured, as options of the command line.
 */
public final class Plan {
    private static final int OPEN_FILES_OF_THE_JVM = 200; // jars, pipes, the poller; generous

    /** Each JVM compiles its code in its own way. */
    @Option(names = "--forks", defaultValue = "3", description = "JVMs of each contender, one after another (${DEFAULT-VALUE}).")
    int forks;

    @Option(names = "--rounds", defaultValue = "20", description = "Rounds of throughput for each fork (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--seconds", defaultValue = "0.3", description = "Length of a turn in a round (${DEFAULT-VALUE}).")
    double seconds;

    @Option(names = "--warm-up", defaultValue = "3", description = "Seconds of each contender's warm-up (${DEFAULT-VALUE}).")
    double warmUp;

    @Option(names = "--aborts", defaultValue = "300", description = "Clients that leave, for each way (${DEFAULT-VALUE}).")
    int aborts;

    @Option(names = "--in-flight", defaultValue = "5000", description = "Requests that wait at once (${DEFAULT-VALUE}).")
    int inFlight;

    /** What takes longer counts as missed. */
    @Option(names = "--cap", defaultValue = "2", description = "Seconds to wait for a rollback (${DEFAULT-VALUE}).")
    double cap;

    @Option(names = "--contender", description = "Measures this one beside stock Helidon; may be repeated. By default, all.")
    private List<String> contenders = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Checks that all of it can be measured.
     *
     * @throws ParameterException if an amount can't be used
     */
    public void check(Set<Metric> metrics) {
        if (forks < 1 || rounds < 1 || seconds <= 0 || warmUp < 0 || aborts < 1 || inFlight < 1 || cap <= 0) {
            throw new ParameterException(spec.commandLine(), "Every amount must be positive");
        }
        contenders.stream().filter(name -> !Contender.labels().contains(name)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(spec.commandLine(), "There is no contender '%s': use one of %s"
                    .formatted(unknown, String.join(", ", Contender.labels())));
        });
        long needed = inFlight + OPEN_FILES_OF_THE_JVM;
        if (metrics.stream().anyMatch(Metric::opensAll)
                && ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < needed) {
            throw new ParameterException(spec.commandLine(), ("%d requests in flight need %d open files, and a process may have"
                    + " %d: raise the limit (ulimit -n), or lower --in-flight")
                    .formatted(inFlight, needed, system.getMaxFileDescriptorCount()));
        }
    }

    /** Those of some contenders that are measured over a protocol, in their order. */
    List<Contender> chosen(List<Contender> all, Protocol protocol) {
        return all.stream()
                .filter(each -> each.speaks(protocol))
                .filter(each -> contenders.isEmpty() || each == Contender.BASELINE || contenders.contains(each.toString()))
                .toList();
    }
}
