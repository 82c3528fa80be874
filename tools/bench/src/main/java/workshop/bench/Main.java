package workshop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import workshop.bench.measure.Metric;
import workshop.bench.measure.Plan;
import workshop.bench.report.Report;

/**
 * Measures what watching a connection costs, and how soon a client that leaves is noticed and its request rolled back.
 * Everything is compared with stock Helidon and with other servers in the same run, on this machine.
 */
@Command(name = "bench", sortOptions = false, mixinStandardHelpOptions = true,
         description = "Measures what watching costs, and how soon what a client leaves behind is gone.")
final class Main implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Some of ${COMPLETION-CANDIDATES}; all of them by default.")
    private Set<Metric> only = EnumSet.allOf(Metric.class);

    @Mixin
    private Plan plan;

    @Option(names = "--out", defaultValue = "tools/bench/target/results",
            description = "A folder for the report, bench.md, and the plot, bench.svg (${DEFAULT-VALUE}).")
    private Path out;

    /**
     * Measures, and prints the report in Markdown.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // the report and the plot are the same everywhere
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
        plan.check(only);
        var report = new Report(out);
        Metric.measure(only, plan, report);
        report.end();
        return 0;
    }
}
