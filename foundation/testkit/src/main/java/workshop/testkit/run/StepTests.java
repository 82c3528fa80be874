package workshop.testkit.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import workshop.testkit.exercise.Exercise;

import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

/**
 * Runs the tests of a step in this JVM, against any answer to it: the starter, the solution or a wrong answer.
 */
public final class StepTests {
    private static final TestTag EXERCISE = TestTag.create(Exercise.TAG);

    private final Path testClasses;
    private final List<Path> folders = new ArrayList<>();

    private StepTests(Path testClasses, List<Path> answer) {
        this.testClasses = testClasses;
        this.folders.addAll(answer);
        this.folders.add(testClasses);
    }

    /**
     * The tests of one step.
     *
     * @param testClasses the folder of the step's compiled tests
     * @param answer      the folders of the classes to be tested; the first one that has a class provides it
     * @return the tests, ready to run
     */
    public static StepTests of(Path testClasses, List<Path> answer) {
        return new StepTests(testClasses, answer);
    }

    /**
     * Runs all of them, the exercises included.
     *
     * @return how each ended, in order
     */
    public List<TestResult> run() {
        var results = new ArrayList<TestResult>();
        run(results::add);
        return results;
    }

    /**
     * Runs all of them, the exercises included, and tells of each as soon as it has ended.
     *
     * @param results takes how each ended, in order
     */
    public void run(Consumer<TestResult> results) {
        run(_ -> DiscoverySelectors.selectClasspathRoots(Set.of(testClasses)), results);
    }

    /**
     * Runs one of them.
     *
     * @param className  the test class, fully qualified
     * @param methodName the test method; one with parameters runs with each of them
     * @return how each run ended, in order
     */
    public List<TestResult> run(String className, String methodName) {
        var results = new ArrayList<TestResult>();
        run(className, methodName, results::add);
        return results;
    }

    /**
     * Runs one of them, and tells of each run as soon as it has ended.
     *
     * @param className  the test class, fully qualified
     * @param methodName the test method; one with parameters runs with each of them
     * @param results    takes how each run ended, in order
     */
    public void run(String className, String methodName, Consumer<TestResult> results) {
        run(loader -> List.of(method(loader, className, methodName)), results);
    }

    private void run(Function<ClassLoader, List<? extends DiscoverySelector>> selectors, Consumer<TestResult> results) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (var loader = new StepClassLoader(folders)) {
            current.setContextClassLoader(loader);
            QuietLauncher.execute(selectors.apply(loader), new Results(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static DiscoverySelector method(ClassLoader loader, String className, String methodName) {
        try {
            Class<?> test = loader.loadClass(className);
            return ReflectionSupport.findMethods(test, method -> method.getName().equals(methodName), TOP_DOWN).stream()
                    .findFirst()
                    .map(method -> DiscoverySelectors.selectMethod(test, method))
                    .orElseThrow(() -> new IllegalArgumentException("There is no test " + className + "." + methodName));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no test class " + className, e);
        }
    }

    private static final class Results implements TestExecutionListener {
        private final Consumer<TestResult> results;
        private TestPlan plan;

        Results(Consumer<TestResult> results) {
            this.results = results;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan testPlan) {
            this.plan = testPlan;
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            add(test, Optional.of(reason), Optional.empty());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> add(test, Optional.empty(), Optional.empty());
                case ABORTED -> add(test, result.getThrowable().map(Throwable::getMessage).or(() -> Optional.of("aborted")),
                                    Optional.empty());
                case FAILED -> {
                    if (test.isContainer()) {
                        throw new IllegalStateException(test.getDisplayName() + " can't run", result.getThrowable().orElse(null));
                    }
                    add(test, Optional.empty(), result.getThrowable());
                }
            }
        }

        private void add(TestIdentifier test, Optional<String> skipped, Optional<Throwable> failure) {
            // a test with parameters that is skipped as a whole has no runs: it counts itself
            boolean counts = test.isTest() || skipped.isPresent();
            test.getSource().filter(source -> counts).filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .ifPresent(method -> results.accept(new TestResult(method.getClassName(), method.getMethodName(), name(test),
                                                                 test.getTags().contains(EXERCISE), skipped, failure)));
        }

        private String name(TestIdentifier test) {
            // the runs of a test with parameters are named for the parameter alone: their parent has the sentence
            return plan.getParent(test)
                    .filter(parent -> parent.getSource().filter(MethodSource.class::isInstance).isPresent())
                    .map(parent -> parent.getDisplayName() + ": " + test.getDisplayName())
                    .orElse(test.getDisplayName());
        }
    }
}
