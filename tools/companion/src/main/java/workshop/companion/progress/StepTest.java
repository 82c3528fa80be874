package workshop.companion.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One test of a step with all its runs: one with parameters has several.
 *
 * @param name     its name for a reader
 * @param exercise whether it is an exercise; the others are given
 * @param runs     how each run ended, in order; at least one
 */
public record StepTest(String name, boolean exercise, List<TestOutcome> runs) {
    /** Groups runs by their test, and keeps their order. */
    public static List<StepTest> of(List<TestOutcome> runs) {
        Map<TestName, List<TestOutcome>> tests = new LinkedHashMap<>();
        for (TestOutcome run : runs) {
            tests.computeIfAbsent(run.test(), _ -> new ArrayList<>()).add(run);
        }
        return tests.values().stream()
                .map(group -> new StepTest(commonName(group), group.getFirst().exercise(), List.copyOf(group)))
                .toList();
    }

    /** Whether nothing failed and at least one run was not skipped. */
    public boolean green() {
        return failure().isEmpty() && runs.stream().anyMatch(run -> run.state() == TestOutcome.State.GREEN);
    }

    /** Whether a run failed. */
    public boolean failed() {
        return failure().isPresent();
    }

    /** The first run that failed. */
    public Optional<TestOutcome> failure() {
        return runs.stream().filter(TestOutcome::failed).findFirst();
    }

    /** What the first run that failed says. */
    public Optional<FailureMessage> message() {
        return failure().map(TestOutcome::message).map(FailureMessage::of);
    }

    /** The runs of a test with parameters are named {@code sentence: parameter}. */
    private static String commonName(List<TestOutcome> runs) {
        String first = runs.getFirst().name();
        if (runs.size() == 1) {
            return first;
        }
        int common = first.length();
        for (TestOutcome run : runs) {
            while (!run.name().startsWith(first.substring(0, common))) {
                common--;
            }
        }
        int end = first.lastIndexOf(": ", common);
        return end < 0 ? first : first.substring(0, end);
    }
}
