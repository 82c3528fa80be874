package workshop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the report and the pictures go. What is there is complete after each measurement.
 *
 * @param directory created if absent
 */
record Results(Path directory) {
    private static final String REPORT = "bench.md";

    static Results in(Path directory) throws IOException {
        return new Results(Files.createDirectories(directory));
    }

    Path report() {
        return directory.resolve(REPORT);
    }

    void save(CharSequence report) throws IOException {
        Files.writeString(report(), report);
    }

    void save(Plot plot) throws IOException {
        Files.writeString(directory.resolve("bench.svg"), plot.svg());
    }
}
