package workshop.companion.build;

import java.nio.file.Path;
import java.util.List;

/**
 * Builds with Maven.
 */
@FunctionalInterface
interface Maven {
    /** Builds quietly in a working directory; returns what Maven printed if the build failed, and nothing if it succeeded. */
    List<String> build(Path folder, List<String> arguments);
}
