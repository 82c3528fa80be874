package workshop.testkit.exercise;

/**
 * Something other than an assertion has ended an exercise, such as an exception of a learner's method. Its message is all that is
 * shown: what it was, where, and a hint; its cause has the rest.
 */
final class UnexpectedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedFailure(Throwable failure, String hint) {
        super(failure + place(failure) + hint, failure, true, false);
    }

    /** Where in this workshop it was thrown, in a line of its own. */
    static String place(Throwable failure) {
        StackTraceElement[] frames = Hint.ownFrames(failure);
        return frames.length == 0 ? "" : System.lineSeparator() + "at " + frames[0];
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
