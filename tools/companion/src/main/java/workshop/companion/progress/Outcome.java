package workshop.companion.progress;

import java.io.Serializable;
import java.util.Arrays;

import workshop.testkit.run.TestResult;

/**
 * How one run of a test ended, as it travels from the process of the tests to this one.
 *
 * @param className  the test class, fully qualified
 * @param methodName the test method
 * @param name       the run's name for a reader
 * @param exercise   whether the test is an exercise
 * @param state      how it ended
 * @param message    why it failed or was skipped; empty if it is green
 */
public record Outcome(String className, String methodName, String name, boolean exercise, State state, String message)
        implements Serializable {
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

    static Outcome of(TestResult result) {
        State state = result.skipped().map(reason -> State.SKIPPED)
                .or(() -> result.failure().map(failure -> failure instanceof AssertionError ? State.RED : State.BROKEN))
                .orElse(State.GREEN);
        String message = result.skipped()
                .or(() -> result.failure().map(failure -> state == State.RED ? failure.getMessage() : withPlace(failure)))
                .orElse("");
        return new Outcome(result.className(), result.methodName(), result.name(), result.exercise(), state, message);
    }

    /**
     * @return whether the test failed, for whatever reason
     */
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
