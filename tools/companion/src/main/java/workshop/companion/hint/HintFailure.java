package workshop.companion.hint;

/**
 * There is no such hint. The message is a sentence with a remedy.
 */
public final class HintFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HintFailure(String message) {
        super(message);
    }
}
