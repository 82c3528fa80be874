package workshop.companion.testrun;

import java.util.ArrayList;
import java.util.List;

/**
 * What a starter must be before anybody has touched it: each exercise is red by an assertion, each given test is green.
 */
public final class UntouchedStarter {
    private UntouchedStarter() {
    }

    /**
     * @param progress how the tests of the starter ended
     * @return a sentence for each test that did not end as it must; empty if all is well
     */
    public static List<String> offences(StepProgress progress) {
        var offences = new ArrayList<String>();
        if (progress.exercises().isEmpty()) {
            offences.add("%s has no exercise".formatted(progress.step().title()));
        }
        for (StepTest test : progress.tests()) {
            for (TestOutcome run : test.runs()) {
                if (run.state() != (run.exercise() ? TestOutcome.State.RED : TestOutcome.State.GREEN) && !isMissingTool(test, run)) {
                    offences.add("%s, %s '%s' (%s) is %s%s".formatted(
                            progress.step().title(), run.exercise() ? "exercise" : "given test", run.name(),
                            run.test(), run.state(), run.message().isEmpty() ? "" : ": " + run.message()));
                }
            }
        }
        return offences;
    }

    /** A run may be skipped for the lack of a tool, such as curl, if another run of its test is not. */
    private static boolean isMissingTool(StepTest test, TestOutcome run) {
        return run.state() == TestOutcome.State.SKIPPED
                && test.runs().stream().anyMatch(other -> other.state() != TestOutcome.State.SKIPPED);
    }
}
