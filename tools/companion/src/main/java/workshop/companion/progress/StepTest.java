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
public record StepTest(String name, boolean exercise, List<Outcome> runs) {
    /**
     * Groups runs by their test.
     *
     * @param runs the runs, in order
     * @return the tests, in order
     */
    public static List<StepTest> of(List<Outcome> runs) {
        Map<String, List<Outcome>> tests = new LinkedHashMap<>();
        for (Outcome run : runs) {
            tests.computeIfAbsent(run.className() + "." + run.methodName(), test -> new ArrayList<>()).add(run);
        }
        return tests.values().stream()
                .map(group -> new StepTest(commonName(group), group.getFirst().exercise(), List.copyOf(group)))
                .toList();
    }

    /**
     * @return whether nothing failed and at least one run was not skipped
     */
    public boolean green() {
        return failure().isEmpty() && runs.stream().anyMatch(run -> run.state() == Outcome.State.GREEN);
    }

    /**
     * @return the first run that failed
     */
    public Optional<Outcome> failure() {
        return runs.stream().filter(Outcome::failed).findFirst();
    }

    /**
     * @return which one it is
     */
    public TestName id() {
        return new TestName(runs.getFirst().className(), runs.getFirst().methodName());
    }

    /**
     * @return what the first run that failed says
     */
    public Optional<FailureMessage> message() {
        return failure().map(Outcome::message).map(FailureMessage::of);
    }

    /** The runs of a test with parameters are named {@code sentence: parameter}. */
    private static String commonName(List<Outcome> runs) {
        String first = runs.getFirst().name();
        if (runs.size() == 1) {
            return first;
        }
        int common = first.length();
        for (Outcome run : runs) {
            while (!run.name().startsWith(first.substring(0, common))) {
                common--;
            }
        }
        int end = first.lastIndexOf(": ", common);
        return end < 0 ? first : first.substring(0, end);
    }
}
