package workshop.testkit.exercise;

import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import workshop.model.Step;

/**
 * Leaves out the tests of the steps and solutions that a build makes only because what it names stands on them. JUnit finds it
 * by the service loader.
 */
public final class OnlyWhatIsNamed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Path folder = Exercises.folder();
        var named = NamedModules.ofThisBuild();
        return named.isEmpty() || named.contains(folder) || Step.at(folder).isEmpty()
                ? ConditionEvaluationResult.enabled("asked for")
                : ConditionEvaluationResult.disabled("this build names other modules");
    }
}
