package workshop.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures what watching a connection costs, and how soon a client that leaves is noticed. Everything is compared with
 * stock Helidon in the same run, on this machine.
 */
@Command(name = "bench", sortOptions = false, mixinStandardHelpOptions = true,
         description = "Measures what watching costs, and how soon a client that leaves is noticed.")
final class Main implements Callable<Integer> {
    @Option(names = "--only", description = "One of ${COMPLETION-CANDIDATES}; all of them by default.")
    private What only;

    @Option(names = "--forks", defaultValue = "3", description = "JVMs of each contender, one after another (${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--rounds", defaultValue = "40", description = "Rounds of throughput for each fork (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "0.3", description = "Length of a turn in a round (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "4", description = "Seconds of each contender's warm-up (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--aborts", defaultValue = "300", description = "Clients that leave, for each way (${DEFAULT-VALUE}).")
    private int aborts;

    @Option(names = "--in-flight", defaultValue = "5000", description = "Requests that wait at once (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--out", description = "A file for the report, besides standard output.")
    private Path out;

    @Spec
    private CommandSpec spec;

    /** What can be measured. */
    enum What {
        throughput(Throughput::new), notice(TimeToNotice::new), memory(HeapPerRequest::new);

        private final Supplier<Measurement> measurement;

        What(Supplier<Measurement> measurement) {
            this.measurement = measurement;
        }
    }

    /**
     * Measures, and prints the report in Markdown.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var plan = new Plan(forks, rounds, seconds, warmUp, aborts, inFlight);
        var report = new StringBuilder(print("# Against " + Contenders.BASELINE.name() + "\n\n" + machine() + "\n"));
        for (var what : What.values()) {
            if (only == null || only == what) {
                report.append('\n').append(print(what.measurement.get().measure(plan).markdown()));
            }
        }
        report.append('\n').append(print("Load average at the end: %.1f.%n".formatted(loadAverage())));
        if (out != null) {
            Files.writeString(out, report);
        }
        return 0;
    }

    private void check() {
        if (forks < 1 || rounds < 1 || seconds <= 0 || warmUp < 0 || aborts < 1 || inFlight < 1) {
            throw new ParameterException(spec.commandLine(), "Every amount must be positive");
        }
        if (only != What.throughput && only != What.notice && OpenFiles.allowed() < OpenFiles.neededFor(inFlight)) {
            throw new ParameterException(spec.commandLine(), ("%d requests in flight need %d open files, and a process may have"
                    + " %d: raise the limit (ulimit -n), or lower --in-flight")
                    .formatted(inFlight, OpenFiles.neededFor(inFlight), OpenFiles.allowed()));
        }
    }

    private static String print(String text) {
        System.out.println(text);
        return text;
    }

    private static String machine() {
        return ("%s. Java %s on %s %s, %d processors, load average %.1f at the start. Servers in JVMs of their own (%s),"
                + " clients on the loopback interface.").formatted(
                Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.version(), System.getProperty("os.name"),
                System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(), loadAverage(),
                String.join(" ", ServerJvm.FLAGS));
    }

    /** How many threads ran or waited for a processor in the last minute, on average; negative where nobody tells. */
    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
