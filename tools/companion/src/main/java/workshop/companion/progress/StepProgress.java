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

    /** The exercises, in order. */
    public List<StepTest> exercises() {
        return tests.stream().filter(StepTest::exercise).toList();
    }

    /** How many of the exercises are green. */
    public int solved() {
        return (int) exercises().stream().filter(StepTest::green).count();
    }

    /** The tests that should be green in every starter, and failed. */
    public List<StepTest> failedGivenTests() {
        return tests.stream().filter(test -> !test.exercise() && test.failed()).toList();
    }

    /** The first exercise that failed. */
    public Optional<StepTest> next() {
        return exercises().stream().filter(StepTest::failed).findFirst();
    }

    /** The tests that failed, the one to be mended first as the last of them: it is a given one, if any failed. */
    public List<StepTest> failed() {
        List<StepTest> exercises = exercises().stream().filter(StepTest::failed).toList();
        return Stream.concat(exercises.reversed().stream(), failedGivenTests().reversed().stream()).toList();
    }

    /** The test to be mended first. */
    public Optional<StepTest> worst() {
        return failed().reversed().stream().findFirst();
    }

    /** The exercises that wait for one that failed. */
    public List<StepTest> waiting() {
        return next().isEmpty() ? List.of() : notRun().filter(StepTest::exercise).toList();
    }

    /** The tests that did not run, and wait for no other. */
    public List<StepTest> skipped() {
        return notRun().filter(test -> next().isEmpty() || !test.exercise()).toList();
    }

    /** Whether every exercise is solved and no given test is broken. */
    public boolean done() {
        return solved() == exercises().size() && failedGivenTests().isEmpty();
    }

    /** The progress as a bar and in words, such as {@code [######....]  6 of 10 exercises}. */
    public String bar() {
        return bar(BAR, solved(), exercises().size()) + (done() ? ", done" : "");
    }

    /**
     * The bar of any progress.
     *
     * @param width the number of characters between the brackets
     */
    public static String bar(int width, int solved, int all) {
        int full = all == 0 ? 0 : width * solved / all;
        return "[%s%s]  %d of %d exercises".formatted("#".repeat(full), ".".repeat(width - full), solved, all);
    }

    private Stream<StepTest> notRun() {
        return tests.stream().filter(test -> !test.green() && !test.failed());
    }
}
