package workshop.testkit.checkpoint;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import workshop.model.Token;
import workshop.testkit.Exercise;
import workshop.testkit.run.QuietLauncher;

/**
 * Prints the {@link Token} when a step is tested on its own, in its folder, and is green: each of its exercises has run
 * at least once, and nothing has failed. What this machine lacks, such as curl, is no failure. JUnit finds it by the service loader.
 */
public final class CheckpointListener implements TestExecutionListener {
    private static final TestTag EXERCISE = TestTag.create(Exercise.TAG);
    private static final String ALONE = "workshop.one-at-a-time";

    private final Set<String> done = new HashSet<>();
    private boolean green = true;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        green &= result.getStatus() != Status.FAILED;
        if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            exercise(test).ifPresent(done::add);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (green && !done.isEmpty() && Boolean.getBoolean(ALONE)) {
            Path step = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
            if (exercises(step.resolve("target/test-classes")).equals(done)) {
                System.out.println(Token.of(step.getFileName().toString()).line());
            }
        }
    }

    private static Set<String> exercises(Path testClasses) {
        TestPlan all = QuietLauncher.discover(DiscoverySelectors.selectClasspathRoots(Set.of(testClasses)));
        return all.getRoots().stream()
                .flatMap(root -> all.getDescendants(root).stream())
                .map(CheckpointListener::exercise)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<String> exercise(TestIdentifier test) {
        return test.getSource()
                .filter(source -> test.getTags().contains(EXERCISE))
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> method.getClassName() + "." + method.getMethodName());
    }
}
