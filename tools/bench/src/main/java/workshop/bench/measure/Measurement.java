package workshop.bench.measure;

import java.io.IOException;
import java.util.Optional;

import workshop.bench.plan.Plan;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Table;

/**
 * Something that is measured of all contenders, once.
 */
public interface Measurement {
    /** About how long it takes, in seconds. */
    double seconds(Plan plan);

    /**
     * Measures.
     *
     * @param plan     how much
     * @param progress advances with each part that is done
     * @return the report
     * @throws IOException if a server fails
     */
    Table measure(Plan plan, ProgressBar progress) throws IOException, InterruptedException;

    /** A picture of what was measured, in SVG, if there is one. */
    default Optional<String> plot() {
        return Optional.empty();
    }
}
