package workshop.model.hint;

/**
 * The hints of a step are not as they should be. The message names the file and what is wrong; the remedy is the caller's,
 * since a learner restores the file, and an author mends it.
 */
public final class UnusableHintsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableHintsException(String message, Throwable cause) {
        super(message, cause);
    }
}
