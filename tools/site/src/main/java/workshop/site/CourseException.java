package workshop.site;

/**
 * Something in the sources of the course is wrong. The message names the place and the remedy.
 */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CourseException(String message) {
        super(message);
    }

    public CourseException(String message, Throwable cause) {
        super(message, cause);
    }
}
