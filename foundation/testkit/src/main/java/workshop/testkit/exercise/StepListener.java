package workshop.testkit.exercise;

import java.io.File;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import workshop.model.Step;
import workshop.model.Token;
import workshop.testkit.run.StepTests;

/**
 * Says at the end of a starter's tests how far its learner has come. JUnit finds it by the service loader.
 * <p>
 * Where the step was named and is green, that is its {@link Token}: each of its exercises has run at least once, and nothing has
 * failed. What this machine lacks, such as curl, is no failure. Where one of its exercises is red, it is how many wait for that one,
 * and that it is the one to begin with.
 * Where everything is built, it is how many of the exercises are
 * solved, and how to work on the rest.
 */
public final class StepListener implements TestExecutionListener {
    private static final TestTag EXERCISE = TestTag.create(Exercise.TAG);

    private final Set<String> done = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private Optional<String> firstRed = Optional.empty();
    private boolean givenIsRed;
    private boolean green = true;

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        exercise(test).ifPresent(open::add);
        exercise(test).ifPresent(waiting::add);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        green &= result.getStatus() != Status.FAILED;
        if (test.isTest()) {
            exercise(test).ifPresent(result.getStatus() == Status.SUCCESSFUL ? done::add : open::add);
            if (result.getStatus() == Status.FAILED) {
                firstRed = firstRed.or(() -> exercise(test));
                givenIsRed |= exercise(test).isEmpty();
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Exercises.starter().ifPresent(step -> {
            Set<String> all = exercises(StepTests.discover(step.starter().resolve("target/test-classes")));
            if (all.stream().noneMatch(exercises(plan)::contains)) {
                return; // tests of another kind, such as those in containers
            }
            if (Exercises.inThisBuild() == Exercises.ONE_AT_A_TIME) {
                if (green && done.equals(all)) {
                    System.out.println(step.token().line());
                } else if (!green && !waiting.isEmpty()) {
                    System.out.println(waiting(step, waiting.size()));
                }
                firstRed.filter(_ -> givenIsRed).ifPresent(exercise -> System.out.println(beginWith(step, exercise)));
            } else if (NamedModules.ofThisBuild().isEmpty()) {
                done.removeAll(open);
                System.out.println(progress(step, done.size(), all.size()));
            }
        });
    }

    private static String waiting(Step step, int exercises) {
        return "%s: %s for the one that is red.".formatted(
                step.title(), exercises == 1 ? "1 exercise waits" : exercises + " exercises wait");
    }

    /** A given test may come before the exercise, which tells more. */
    private static String beginWith(Step step, String exercise) {
        return "%s: begin with %s. A given test is red too, perhaps for the same reason.".formatted(
                step.title(), exercise.replaceFirst("^.*\\.(?=\\w+\\.\\w+$)", ""));
    }

    private static String progress(Step step, int solved, int all) {
        return solved == all
                ? "%s: all of %d exercises are solved.".formatted(step.title(), all)
                : "%s: %d of %d exercises are solved. Go on with: cd %s && ..%smvnw test".formatted(
                        step.title(), solved, all, step.folder(), File.separator);
    }

    private static Set<String> exercises(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(StepListener::exercise)
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
