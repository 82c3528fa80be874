package workshop.testkit;

import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Adds the hint of an exercise to its failure.
 */
final class HintExtension implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof AssertionError) {
            var withHint = new AssertionError(failure.getMessage() + System.lineSeparator() + "Hint: " + hint(context),
                                              failure.getCause());
            withHint.setStackTrace(failure.getStackTrace());
            throw withHint;
        }
        throw failure;
    }

    private static String hint(ExtensionContext context) {
        Optional<Exercise> one = AnnotationSupport.findAnnotation(context.getElement(), Exercise.class);
        return one.map(Exercise::hint)
                .orElseGet(() -> AnnotationSupport.findAnnotation(context.getElement(), ExerciseForEveryWayOfLeaving.class)
                        .orElseThrow()
                        .hint());
    }
}
