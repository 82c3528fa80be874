package workshop.companion.step;

import java.nio.file.Path;
import java.util.List;

/**
 * Builds with Maven.
 */
@FunctionalInterface
interface Maven {
    /**
     * Builds, quietly.
     *
     * @param folder    the working directory
     * @param arguments what to build
     * @return what Maven printed if the build failed; empty if it succeeded
     */
    List<String> build(Path folder, List<String> arguments);
}
