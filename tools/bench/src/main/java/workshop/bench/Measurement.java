package workshop.bench;

import java.io.IOException;
import java.util.Optional;

/**
 * Something that is measured of all contenders.
 */
interface Measurement {
    /** About how long it takes, in seconds. */
    double seconds(Plan plan);

    /**
     * Measures.
     *
     * @param plan     how much
     * @param progress is told of each part that is done
     * @return the report
     * @throws IOException if a server fails
     */
    Table measure(Plan plan, Progress progress) throws IOException, InterruptedException;

    /** A picture of what was measured, if there is one. */
    default Optional<Plot> plot() {
        return Optional.empty();
    }
}
