package workshop.testkit.container;

/**
 * An image could not be built. The message is a sentence with a remedy.
 */
public final class ImageNotBuiltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImageNotBuiltException(String role, Throwable cause) {
        super("The image for %s can't be built (%s): it needs Debian's packages from the network, once."
                      .formatted(role, root(cause).getMessage()), cause);
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
