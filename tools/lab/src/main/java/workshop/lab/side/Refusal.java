package workshop.lab.side;

/**
 * A command that can't be carried out now, or not at all. The message is one sentence for the person at the page.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says why, and what to do. */
    public Refusal(String message) {
        super(message);
    }
}
