package workshop.room;

/** What a learner's watch has sent can't be taken; the message says why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
