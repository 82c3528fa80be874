package workshop.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.measure.Measurement;
import workshop.bench.measure.Metric;
import workshop.bench.plan.PlanOptions;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Results;

/**
 * Measures what watching a connection costs, and how soon a client that leaves is noticed and its request rolled back.
 * Everything is compared with stock Helidon and with other servers in the same run, on this machine.
 */
@Command(name = "bench", sortOptions = false, mixinStandardHelpOptions = true,
         description = "Measures what watching costs, and how soon what a client leaves behind is gone.")
final class Main implements Callable<Integer> {
    @Option(names = "--only", description = "One of ${COMPLETION-CANDIDATES}; all of them by default.")
    private Metric only;

    @Mixin
    private PlanOptions options;

    @Option(names = "--out", defaultValue = "tools/bench/target/results",
            description = "A folder for the report, bench.md, and the plot, bench.svg (${DEFAULT-VALUE}).")
    private Path out;

    /**
     * Measures, and prints the report in Markdown.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Wrong use has an answer of one line, and status 2. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler((e, arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println(e.getMessage().replaceAll("\\R", " ").replaceFirst("\\.$", "") + ". See --help");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // the report and the plot are the same everywhere
        var measurements = measurements();
        var plan = options.plan(measurements.keySet().stream().anyMatch(Metric::opensAll));
        var results = Results.in(out);
        var report = new StringBuilder("# Against " + Contender.BASELINE + "\n\n" + machine() + "\n");
        var progress = new ProgressBar(measurements.values().stream().mapToDouble(each -> each.seconds(plan)).sum());
        for (var entry : measurements.entrySet()) {
            progress.begin(entry.getKey().title());
            var measurement = entry.getValue();
            report.append('\n').append(measurement.measure(plan, progress).markdown());
            results.saveReport(report);
            if (measurement.plot().isPresent()) {
                results.savePlot(measurement.plot().get());
            }
        }
        progress.end();
        report.append("\nLoad average at the end: %.1f.%n".formatted(loadAverage()));
        results.saveReport(report);
        System.out.println(report);
        System.out.println("The report is in " + results.report());
        return 0;
    }

    private Map<Metric, Measurement> measurements() {
        var measurements = new EnumMap<Metric, Measurement>(Metric.class);
        for (var metric : only == null ? EnumSet.allOf(Metric.class) : EnumSet.of(only)) {
            measurements.put(metric, metric.measurement());
        }
        return measurements;
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
