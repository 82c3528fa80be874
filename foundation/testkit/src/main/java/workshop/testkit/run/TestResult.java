package workshop.testkit.run;

import java.util.Optional;

/**
 * How one test ended.
 *
 * @param className  the test class, fully qualified
 * @param methodName the test method
 * @param name       the test's name for a reader
 * @param exercise   whether it is an exercise; the others are given, and green from the start
 * @param skipped    why it did not run, if so
 * @param failure    why it is red, if so
 */
public record TestResult(String className, String methodName, String name, boolean exercise,
                         Optional<String> skipped, Optional<Throwable> failure) {
    /** Whether the test ran and found nothing wrong. */
    public boolean green() {
        return skipped.isEmpty() && failure.isEmpty();
    }

    public boolean red() {
        return failure.isPresent();
    }
}
