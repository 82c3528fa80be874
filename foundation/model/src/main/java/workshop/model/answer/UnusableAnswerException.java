package workshop.model.answer;

/**
 * The file of an answer is not as it should be, or the solution that it changes is no longer the same. The message names the
 * file and the remedy.
 */
public final class UnusableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String message) {
        super(message);
    }

    UnusableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
