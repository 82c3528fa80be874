package workshop.companion.progress;

import java.nio.file.Path;
import java.util.List;

import workshop.companion.progress.TestOutcome.State;
import workshop.model.Step;

/**
 * TestOutcomes as a run of tests would have them.
 */
public final class TestOutcomes {
    private static final Step STEP = new Step(Path.of("workshop"), 2, "step-02-close-detection");

    private TestOutcomes() {
    }

    /**
     * @param method  the test method
     * @param name    the run's name
     * @param state   how it ended
     * @param message what it said
     * @return a run of an exercise
     */
    public static TestOutcome exercise(String method, String name, State state, String message) {
        return new TestOutcome(new TestName("workshop.ATest", method), name, true, state, message);
    }

    /**
     * @param method the test method, and its name
     * @param state  how it ended
     * @return a run of an exercise
     */
    public static TestOutcome exercise(String method, State state) {
        return exercise(method, method, state, state == State.GREEN ? "" : "[Files] expected one\nHint: write it.");
    }

    /**
     * @param method the test method, and its name
     * @param state  how it ended
     * @return a run of a given test
     */
    public static TestOutcome given(String method, State state) {
        return new TestOutcome(new TestName("workshop.ATest", method), method, false, state, "");
    }

    /**
     * @param outcomes the runs, in order
     * @return the progress in a step with these
     */
    public static StepProgress progress(TestOutcome... outcomes) {
        return progress(STEP, outcomes);
    }

    /**
     * @param step     the step
     * @param outcomes the runs, in order
     * @return the progress in that step
     */
    public static StepProgress progress(Step step, TestOutcome... outcomes) {
        return new StepProgress(step, StepTest.of(List.of(outcomes)));
    }
}
