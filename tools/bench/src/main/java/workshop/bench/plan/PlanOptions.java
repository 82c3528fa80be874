package workshop.bench.plan;

import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import workshop.bench.contender.Contender;

/**
 * The options that say how much is measured.
 */
public final class PlanOptions {
    @Option(names = "--forks", defaultValue = "3", description = "JVMs of each contender, one after another (${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--rounds", defaultValue = "20", description = "Rounds of throughput for each fork (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "0.3", description = "Length of a turn in a round (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "3", description = "Seconds of each contender's warm-up (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--aborts", defaultValue = "300", description = "Clients that leave, for each way (${DEFAULT-VALUE}).")
    private int aborts;

    @Option(names = "--in-flight", defaultValue = "5000", description = "Requests that wait at once (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--cap", defaultValue = "2", description = "Seconds to wait for a rollback (${DEFAULT-VALUE}).")
    private double cap;

    @Option(names = "--contender", description = "Measures this one beside stock Helidon; may be repeated. By default, all.")
    private List<String> contenders = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The plan.
     *
     * @param opensAll whether all requests that wait at once are part of what is measured
     * @throws ParameterException if an amount can't be used
     */
    public Plan plan(boolean opensAll) {
        if (forks < 1 || rounds < 1 || seconds <= 0 || warmUp < 0 || aborts < 1 || inFlight < 1 || cap <= 0) {
            throw new ParameterException(spec.commandLine(), "Every amount must be positive");
        }
        contenders.stream().filter(name -> !Contender.labels().contains(name)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(spec.commandLine(), "There is no contender '%s': use one of %s"
                    .formatted(unknown, String.join(", ", Contender.labels())));
        });
        if (opensAll && OpenFiles.allowed() < OpenFiles.neededFor(inFlight)) {
            throw new ParameterException(spec.commandLine(), ("%d requests in flight need %d open files, and a process may have"
                    + " %d: raise the limit (ulimit -n), or lower --in-flight")
                    .formatted(inFlight, OpenFiles.neededFor(inFlight), OpenFiles.allowed()));
        }
        return new Plan(forks, rounds, seconds, warmUp, aborts, inFlight, cap, contenders);
    }
}
