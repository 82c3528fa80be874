package workshop.companion.testrun;

import java.nio.file.Path;
import java.util.List;

import workshop.companion.testrun.TestOutcome.State;
import workshop.model.Step;

/**
 * How tests end, as a run of them would have it.
 */
public final class TestOutcomes {
    private static final Step STEP = new Step(Path.of("workshop"), 2, "step-02-close-detection");

    private TestOutcomes() {
    }

    /** A run of an exercise, by its test method, the run's name, how it ended, and what it said. */
    public static TestOutcome exercise(String method, String name, State state, String message) {
        return new TestOutcome("workshop.ATest#" + method, name, true, state, message);
    }

    /** A run of an exercise whose test method is its name. */
    public static TestOutcome exercise(String method, State state) {
        return exercise(method, method, state, state == State.GREEN ? "" : "[Files] expected one\nHint: write it.");
    }

    /** A run of a given test whose test method is its name. */
    public static TestOutcome given(String method, State state) {
        return new TestOutcome("workshop.ATest#" + method, method, false, state, "");
    }

    /** The progress in step 02 with these runs, in order. */
    public static StepProgress progress(TestOutcome... outcomes) {
        return progress(STEP, outcomes);
    }

    /** The progress in a step with these runs, in order. */
    public static StepProgress progress(Step step, TestOutcome... outcomes) {
        return StepProgress.of(step, List.of(outcomes));
    }
}
