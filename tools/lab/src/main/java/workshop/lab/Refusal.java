package workshop.lab;

/**
 * A command that can't be carried out now, or not at all. The message is one sentence for the person at the page.
 */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
