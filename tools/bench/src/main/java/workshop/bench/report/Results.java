package workshop.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the report and the plot go. What is there is complete after each measurement.
 *
 * @param directory created if absent
 */
public record Results(Path directory) {
    /** Makes the directory. */
    public static Results in(Path directory) throws IOException {
        return new Results(Files.createDirectories(directory));
    }

    /** The report's file. */
    public Path report() {
        return directory.resolve("bench.md");
    }

    /** In place of the report so far. */
    public void saveReport(CharSequence markdown) throws IOException {
        Files.writeString(report(), markdown);
    }

    /** In place of the plot so far. */
    public void savePlot(String svg) throws IOException {
        Files.writeString(directory.resolve("bench.svg"), svg);
    }
}
