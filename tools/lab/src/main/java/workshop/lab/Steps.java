package workshop.lab;

import java.nio.file.Path;
import java.util.List;

/**
 * The steps whose servers can be tried.
 */
public interface Steps {
    /**
     * @return the titles of the steps, the first of step 1
     */
    List<String> titles();

    /**
     * Builds the server of a step, if it is not built already.
     *
     * @param step the number of the step, from 1
     * @param mine the learner's own server, and not the solution
     * @return its jar
     * @throws RuntimeException if it can't be built; the message says why
     */
    Path jar(int step, boolean mine);
}
