package workshop.testkit.container;

import java.util.Optional;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

/**
 * Skips a class that {@link NeedsEngine}, says why on one line, or fails it where an engine is required.
 */
final class EngineExtension implements ExecutionCondition, BeforeAllCallback {
    private static final boolean REQUIRED = "required".equals(System.getProperty("docker"));
    private static final String REMEDY = "start Docker, and see ./workshop doctor";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isClass = context.getTestMethod().isEmpty();
        Optional<String> absence = isClass && !REQUIRED ? Engine.absence() : Optional.empty();
        return absence.map(why -> skipped(context, why)).orElseGet(() -> ConditionEvaluationResult.enabled("not asked"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (REQUIRED) {
            Engine.absence().ifPresent(why -> {
                throw new AssertionError("-Ddocker=required, and no container engine can be used (%s): %s"
                                                 .formatted(why, REMEDY));
            });
        }
        for (Image image : findAnnotation(context.getRequiredTestClass(), NeedsEngine.class).orElseThrow().value()) {
            image.reference();
        }
    }

    private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
        String reason = "no container engine can be used (%s): %s".formatted(why, REMEDY);
        System.out.printf("Skipped: %s, %s%n", context.getDisplayName(), reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
