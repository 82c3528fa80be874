package workshop.companion.testrun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One test of a step with all its runs: one with parameters has several.
 *
 * @param runs how each run ended, in order; at least one
 */
public record StepTest(List<TestOutcome> runs) {
    private static final String PARAMETER = ": ";

    /** Groups runs by their test, and keeps their order. */
    static List<StepTest> of(List<TestOutcome> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(TestOutcome::test, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(StepTest::new).toList();
    }

    /** Its name for a reader; the runs of a test with parameters are named {@code sentence: parameter}. */
    public String name() {
        String name = runs.getFirst().name();
        while (runs.size() > 1 && !allBeginWith(name + PARAMETER) && name.contains(PARAMETER)) {
            name = name.substring(0, name.lastIndexOf(PARAMETER));
        }
        return name;
    }

    /** Whether it is an exercise; the others are given. */
    public boolean exercise() {
        return runs.getFirst().exercise();
    }

    /** Whether nothing failed and at least one run was not skipped. */
    public boolean green() {
        return !failed() && runs.stream().anyMatch(run -> run.state() == TestOutcome.State.GREEN);
    }

    /** Whether a run failed. */
    public boolean failed() {
        return failure().isPresent();
    }

    /** The first run that failed. */
    public Optional<TestOutcome> failure() {
        return runs.stream().filter(TestOutcome::failed).findFirst();
    }

    private boolean allBeginWith(String text) {
        return runs.stream().allMatch(run -> run.name().startsWith(text));
    }
}
