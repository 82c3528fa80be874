package workshop.testkit.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.MethodFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import workshop.testkit.exercise.Exercise;

/**
 * Runs the tests of a step ({@code *Test}) in this JVM, against any answer to it: the starter, the solution or a wrong answer.
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

    /** The compiled tests of a step, for an answer: of the folders of its classes, the first one that has a class provides it. */
    public static StepTests of(Path testClasses, List<Path> answer) {
        return new StepTests(testClasses, answer);
    }

    /** What there is among tests, none of them run. */
    public static TestPlan discover(Path testClasses) {
        return launcher().discover(request(testClasses, List.of()));
    }

    /** Runs all of them, the exercises included; tells how each ended, in order. */
    public List<TestResult> run() {
        var results = new ArrayList<TestResult>();
        run(results::add);
        return results;
    }

    /** Runs all of them, the exercises included, and tells of each as soon as it has ended. */
    public void run(Consumer<TestResult> results) {
        run(List.of(), results);
    }

    /**
     * Runs one of them, and tells of each run: with parameters there are several, and none if there is no such test.
     *
     * @param className the test class, with its package or without
     */
    public void run(String className, String methodName, Consumer<TestResult> results) {
        String name = "(?:.*\\.)?" + Pattern.quote(className);
        run(List.of(ClassNameFilter.includeClassNamePatterns(name),
                    MethodFilter.includeMethodNamePatterns(name + "#" + Pattern.quote(methodName))), results);
    }

    private void run(List<Filter<?>> filters, Consumer<TestResult> results) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (var loader = new StepClassLoader(folders)) {
            current.setContextClassLoader(loader);
            launcher().execute(request(testClasses, filters), new Results(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static LauncherDiscoveryRequest request(Path testClasses, List<Filter<?>> filters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(testClasses)))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .filters(filters.toArray(Filter[]::new))
                .build();
    }

    /** Without the listeners that a class path brings along: nobody hears of what it does but the one who asks. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
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
