package workshop.companion.testrun;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import workshop.companion.CommandFailure;
import workshop.model.Step;

/**
 * How far a learner has come in a step.
 *
 * @param step    the step
 * @param tests   its tests, in the order in which they are to be solved
 * @param problem why it can't be tested; empty if it can
 */
public record StepProgress(Step step, List<StepTest> tests, String problem) {
    private static final int BAR = 10;

    /** The progress of a step whose tests ended like this. */
    public static StepProgress of(Step step, List<TestOutcome> outcomes) {
        return new StepProgress(step, StepTest.of(outcomes), "");
    }

    /** The progress by tests that may be a {@link CommandFailure}. */
    public static StepProgress of(Step step, Supplier<StepProgress> tests) {
        try {
            return tests.get();
        } catch (CommandFailure e) {
            return new StepProgress(step, List.of(), e.getMessage());
        }
    }

    /** The same, with a test that has failed since. */
    public StepProgress with(TestOutcome failure) {
        List<StepTest> now = tests.stream()
                .map(test -> test.failed() || !test.runs().getFirst().test().equals(failure.test()) ? test : new StepTest(List.of(failure)))
                .toList();
        return new StepProgress(step, now, problem);
    }

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

    /** The tests that failed, in the order in which they are to be mended: first the exercises, which may be all that is wrong. */
    public List<StepTest> failed() {
        return Stream.concat(exercises().stream().filter(StepTest::failed), failedGivenTests().stream()).toList();
    }

    /** What to say of a given test that failed beside an exercise. */
    public Optional<String> failedToo() {
        return next().flatMap(_ -> failedGivenTests().stream().findFirst())
                .map(test -> "A given test is red too, perhaps for the same reason: " + test.name());
    }

    /** What the test to be mended first says. */
    public Optional<TestOutcome> firstFailure() {
        return failed().stream().findFirst().flatMap(StepTest::failure);
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
        return problem.isEmpty() && solved() == exercises().size() && failedGivenTests().isEmpty();
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
    static String bar(int width, int solved, int all) {
        int full = all == 0 ? 0 : width * solved / all;
        return "[%s%s]  %d of %d exercises".formatted("#".repeat(full), ".".repeat(width - full), solved, all);
    }

    private Stream<StepTest> notRun() {
        return tests.stream().filter(test -> !test.green() && !test.failed());
    }
}
