package workshop.companion.progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import workshop.model.Step;

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
     * @return the tests that failed, the one to be mended first as the last of them: it is a given one, if any failed
     */
    public List<StepTest> failed() {
        List<StepTest> exercises = exercises().stream().filter(test -> test.failure().isPresent()).toList();
        return Stream.concat(exercises.reversed().stream(), failedGivenTests().reversed().stream()).toList();
    }

    /**
     * @return the exercises that wait for one that failed
     */
    public List<StepTest> waiting() {
        return next().isEmpty() ? List.of() : notRun().filter(StepTest::exercise).toList();
    }

    /**
     * @return the tests that did not run, and wait for no other
     */
    public List<StepTest> skipped() {
        return notRun().filter(test -> next().isEmpty() || !test.exercise()).toList();
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

    private Stream<StepTest> notRun() {
        return tests.stream().filter(test -> !test.green() && test.failure().isEmpty());
    }

    private int solved() {
        return (int) exercises().stream().filter(StepTest::green).count();
    }
}
