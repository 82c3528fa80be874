package workshop.site;

/**
 * Something in the sources of the course is wrong. The message names the place and the remedy.
 */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message the place, what is wrong with it, and what to do
     */
    public CourseException(String message) {
        super(message);
    }

    /**
     * @param message the place, what is wrong with it, and what to do
     * @param cause   what was thrown there
     */
    public CourseException(String message, Throwable cause) {
        super(message, cause);
    }
}
