package workshop.testkit;

import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Adds the hint of an exercise to its failure, and keeps only the frames of this workshop.
 */
final class HintExtension implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof AssertionError) {
            var withHint = new AssertionError(failure.getMessage() + System.lineSeparator() + "Hint: " + hint(context),
                                              failure.getCause());
            withHint.setStackTrace(Arrays.stream(failure.getStackTrace())
                                           .filter(frame -> frame.getClassName().startsWith("workshop."))
                                           .toArray(StackTraceElement[]::new));
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
