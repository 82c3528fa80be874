package workshop.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The solutions, as they are built before this module. There is nothing of the learner's own: in its place is a jar that
 * does not start, and one that can't be built.
 */
final class Solutions implements Steps {
    private static final List<String> FOLDERS =
            List.of("step-01-basic-handler", "step-02-close-detection", "step-03-cleanup", "step-04-cancellation");

    @Override
    public List<String> titles() {
        return List.of("Step 01, basic handler", "Step 02, close detection", "Step 03, cleanup", "Step 04, cancellation");
    }

    @Override
    public Path jar(int step, boolean mine) {
        if (mine && step == 1) {
            return Path.of("absent.jar").toAbsolutePath();
        }
        if (mine) {
            throw new IllegalStateException("Step 0%d does not build:%nA.java:7: ';' expected".formatted(step));
        }
        var jar = Path.of("..", "..", "solutions", FOLDERS.get(step - 1), "target", "server.jar").toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is not there: build it with ./mvnw package");
        }
        return jar;
    }
}
