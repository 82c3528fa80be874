package workshop.model;

/**
 * There is no such step. The message is one sentence that names the steps there are.
 */
public final class UnknownStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownStepException(String message) {
        super(message);
    }
}
