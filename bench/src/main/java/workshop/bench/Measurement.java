package workshop.bench;

import java.io.IOException;

/**
 * Something that is measured of all contenders.
 */
interface Measurement {
    /**
     * Measures.
     *
     * @param plan how much
     * @return the report
     * @throws IOException if a server fails
     */
    Table measure(Plan plan) throws IOException, InterruptedException;
}
