package workshop.testkit;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

/**
 * What is special about an exercise: its failure comes with the hint and with the frames of this workshop only; and
 * where {@value #ONE_AT_A_TIME} is {@code true}, the exercises after a red one wait until it is green.
 */
final class ExerciseExtension implements TestExecutionExceptionHandler, ExecutionCondition {
    /** A configuration parameter of JUnit, which is a system property, too. */
    static final String ONE_AT_A_TIME = "workshop.one-at-a-time";

    private static final String RED = "the exercise that is red";

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure; // this machine lacks something: the exercise is not red
        }
        store(context).getOrComputeIfAbsent(RED, key -> context.getRequiredTestMethod().getName());
        if (failure instanceof AssertionError) {
            var withHint = new AssertionError(failure.getMessage() + System.lineSeparator() + "Hint: "
                                                      + hint(context.getElement()), failure.getCause());
            withHint.setStackTrace(Arrays.stream(failure.getStackTrace())
                                           .filter(frame -> frame.getClassName().startsWith("workshop."))
                                           .toArray(StackTraceElement[]::new));
            throw withHint;
        }
        throw failure;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String red = store(context).get(RED, String.class);
        boolean oneAtATime = context.getConfigurationParameter(ONE_AT_A_TIME).map(Boolean::parseBoolean).orElse(false);
        return oneAtATime && red != null
                ? ConditionEvaluationResult.disabled("waits until " + red + " is green")
                : ConditionEvaluationResult.enabled("its turn");
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
