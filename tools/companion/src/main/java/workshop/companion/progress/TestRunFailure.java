package workshop.companion.progress;

/**
 * The tests of a step could not be run to their end. The message is a sentence with a remedy.
 */
public final class TestRunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestRunFailure(String message) {
        super(message);
    }
}
