package workshop.companion.progress;

import java.util.List;
import java.util.Optional;

import workshop.companion.step.Step;

/**
 * How far a learner has come in a step.
 *
 * @param step  the step
 * @param tests its tests, in the order in which they are to be solved
 */
public record StepProgress(Step step, List<StepTest> tests) {
    private static final int BAR = 10;

    /**
     * @return the exercises, in order
     */
    public List<StepTest> exercises() {
        return tests.stream().filter(StepTest::exercise).toList();
    }

    /**
     * @return the tests that should be green in every starter, and failed
     */
    public List<StepTest> failedGivenTests() {
        return tests.stream().filter(test -> !test.exercise() && test.failure().isPresent()).toList();
    }

    /**
     * @return the first exercise that failed
     */
    public Optional<StepTest> next() {
        return exercises().stream().filter(test -> test.failure().isPresent()).findFirst();
    }

    /**
     * @return whether every exercise is solved and no given test is broken
     */
    public boolean done() {
        return solved() == exercises().size() && failedGivenTests().isEmpty();
    }

    /**
     * @return the progress as a bar and in words, such as {@code [######....]  6 of 10 exercises}
     */
    public String bar() {
        int all = exercises().size();
        int full = all == 0 ? BAR : BAR * solved() / all;
        return "[%s%s]  %d of %d exercises%s".formatted("#".repeat(full), ".".repeat(BAR - full), solved(), all,
                                                       done() ? ", done" : "");
    }

    private int solved() {
        return (int) exercises().stream().filter(StepTest::green).count();
    }
}
