package workshop.testkit.exercise;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

/**
 * What is special about an exercise: its failure comes with a {@link Hint} and with the frames of this workshop only, and those
 * after a red one may wait until it is green; where nobody works on the step, a red one counts as skipped. See {@link Exercises}.
 */
final class ExerciseExtension
        implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler, ExecutionCondition {
    private static final String RED = "the exercise that is red";
    private static final String NOT_SOLVED_YET = "not solved yet";

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure; // this machine lacks something: the exercise is not red
        }
        store(context).getOrComputeIfAbsent(RED, key -> context.getRequiredTestMethod().getName());
        if (Exercises.in(context) == Exercises.NOT_SOLVED_YET) {
            throw new TestAbortedException(NOT_SOLVED_YET);
        }
        throw Hint.of(failure, hint(context.getElement()), UncaughtExceptions.latest(context));
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String red = store(context).get(RED, String.class);
        if (red == null) {
            return ConditionEvaluationResult.enabled("its turn");
        }
        return switch (Exercises.in(context)) {
            case EACH -> ConditionEvaluationResult.enabled("judged by itself");
            case ONE_AT_A_TIME -> ConditionEvaluationResult.disabled("waits until " + red + " is green");
            case NOT_SOLVED_YET -> ConditionEvaluationResult.disabled(NOT_SOLVED_YET);
        };
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(ExerciseExtension.class));
    }

    private static String hint(Optional<? extends AnnotatedElement> test) {
        return findAnnotation(test, Exercise.class).map(Exercise::hint)
                .or(() -> findAnnotation(test, ExerciseForEveryWayOfLeaving.class).map(ExerciseForEveryWayOfLeaving::hint))
                .orElseThrow();
    }
}
