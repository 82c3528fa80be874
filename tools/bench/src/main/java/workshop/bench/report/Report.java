package workshop.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;

/**
 * What was measured: in Markdown, {@code bench.md}, and a plot, {@code bench.svg}.
 */
public final class Report {
    private final Path directory;
    private final StringBuilder markdown = new StringBuilder();

    /** Begins with the machine. The directory is created if absent. */
    public Report(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        markdown.append(("# Against %s\n\n%s. Java %s on %s %s, %d processors, load average %.1f at the start. Servers in JVMs of"
                + " their own (%s), clients on the loopback interface.\n").formatted(
                Contender.BASELINE, Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.version(),
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                loadAverage(), String.join(" ", ServerJvm.FLAGS)));
    }

    /**
     * Begins a section with a table.
     *
     * @param title   what was measured
     * @param method  how, with the units
     * @param columns their names, with {@code " | "} between them
     */
    public void table(String title, String method, String columns) {
        markdown.append("\n## ").append(title).append("\n\n").append(method).append("\n\n");
        line(columns);
        markdown.append("|---".repeat(columns.split(" \\| ").length)).append("|\n");
    }

    /**
     * Adds a row.
     *
     * @param cells  the format of all cells, with {@code " | "} between them
     * @param values what stands in them
     */
    public void row(String cells, Object... values) {
        line(cells.formatted(values));
    }

    private void line(String cells) {
        markdown.append("| ").append(cells).append(" |\n");
    }

    /** Saves a picture of what was measured, in SVG. */
    public void plot(String svg) throws IOException {
        Files.writeString(directory.resolve("bench.svg"), svg);
    }

    /** Saves all that there is so far. */
    public void save() throws IOException {
        Files.writeString(directory.resolve("bench.md"), markdown);
    }

    /** Ends, and prints all of it. */
    public void end() throws IOException {
        markdown.append("\nLoad average at the end: %.1f.%n".formatted(loadAverage()));
        save();
        System.out.println(markdown);
        System.out.println("The report is in " + directory.resolve("bench.md"));
    }

    /** How many threads ran or waited for a processor in the last minute, on average; negative where nobody tells. */
    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
