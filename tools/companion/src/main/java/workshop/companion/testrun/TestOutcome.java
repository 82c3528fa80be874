package workshop.companion.testrun;

import java.io.Serializable;
import java.util.Arrays;

import workshop.testkit.run.TestResult;

/**
 * How one run of a test ended, as it travels from the process of the tests to this one.
 *
 * @param test     which test, such as {@code workshop.basic.BasicHandlerTest#answer}
 * @param name     the run's name for a reader
 * @param exercise whether the test is an exercise
 * @param state    how it ended
 * @param message  why it failed or was skipped; empty if it is green
 */
public record TestOutcome(String test, String name, boolean exercise, State state, String message) implements Serializable {
    /** How a test can end. */
    public enum State {
        /** It ran and found nothing wrong. */
        GREEN,
        /** It did not run. */
        SKIPPED,
        /** An assertion of the test failed. */
        RED,
        /** Something other than an assertion failed: an exception, or the time was over. */
        BROKEN
    }

    /** The outcome of a run in this process. */
    public static TestOutcome of(TestResult result) {
        String test = result.className() + "#" + result.methodName();
        if (result.skipped().isPresent()) {
            return new TestOutcome(test, result.name(), result.exercise(), State.SKIPPED, result.skipped().get());
        }
        return switch (result.failure().orElse(null)) {
            case null -> new TestOutcome(test, result.name(), result.exercise(), State.GREEN, "");
            case AssertionError red -> new TestOutcome(test, result.name(), result.exercise(), State.RED, red.getMessage());
            case Throwable other -> new TestOutcome(test, result.name(), result.exercise(), State.BROKEN, withPlace(other));
        };
    }

    /** Whether the test failed, for whatever reason. */
    public boolean failed() {
        return state == State.RED || state == State.BROKEN;
    }

    private static String withPlace(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("workshop."))
                .findFirst()
                .map(frame -> failure + System.lineSeparator() + "at " + frame)
                .orElseGet(failure::toString);
    }
}
