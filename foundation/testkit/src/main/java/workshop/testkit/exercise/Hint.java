package workshop.testkit.exercise;

import java.util.Arrays;
import java.util.Optional;

import org.opentest4j.TestAbortedException;

/**
 * What to do when an exercise is red. The exercise has one, for all that it asserts; where an assertion tells of another mistake,
 * it has a hint of its own, which is shown instead:
 * <pre>
 * hint("cancel: only the call that decides interrupts the parts.",
 *      () -&gt; assertThat(part.interrupts()).as("Interrupts of the part").isEqualTo(1));
 * </pre>
 */
public final class Hint {
    private static final String LABEL = System.lineSeparator() + "Hint: ";

    private Hint() {
    }

    /** Asserts something that has a hint of its own: one or two sentences, with the place to look at. */
    public static void hint(String hint, Runnable assertions) {
        try {
            assertions.run();
        } catch (AssertionError failure) {
            throw added(failure, hint);
        } catch (TestAbortedException | UnexpectedFailure failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new UnexpectedFailure(failure, LABEL + hint);
        }
    }

    /**
     * What is shown when an exercise has failed: the same kind of failure, with the hint unless it has one already.
     *
     * @param escaped what has ended a thread meanwhile, which is told first: most likely it is the cause
     */
    static Throwable of(Throwable failure, String hint, Optional<Throwable> escaped) {
        return switch (failure) {
            case UnexpectedFailure hinted -> hinted;
            case AssertionError red -> added(escaped.map(cause -> behind(cause, red)).orElse(red), hint);
            default -> new UnexpectedFailure(failure, LABEL + hint);
        };
    }

    private static AssertionError behind(Throwable escaped, AssertionError failure) {
        var red = new AssertionError("A thread has ended with this, which is most likely the cause: %s%s%n%s".formatted(
                escaped, UnexpectedFailure.place(escaped), failure.getMessage()), failure.getCause());
        red.setStackTrace(failure.getStackTrace());
        return red;
    }

    private static AssertionError added(AssertionError failure, String hint) {
        if (String.valueOf(failure.getMessage()).contains(LABEL)) {
            return failure;
        }
        var hinted = new AssertionError(failure.getMessage() + LABEL + hint, failure.getCause());
        hinted.setStackTrace(ownFrames(failure));
        return hinted;
    }

    /** The frames of this workshop: neither JUnit's nor those of the library that asserts. */
    static StackTraceElement[] ownFrames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("workshop."))
                .toArray(StackTraceElement[]::new);
    }
}
