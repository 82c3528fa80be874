package workshop.companion.work;

/**
 * What a step is to be replaced by can't be found. The message is a sentence with a remedy.
 */
public final class StarterMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StarterMissing(String message) {
        super(message);
    }
}
