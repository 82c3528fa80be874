package workshop.testkit.client;

/**
 * A client that has sent a request and then either leaves before the answer, or stays for it.
 */
public interface LeavingClient extends AutoCloseable {
    /**
     * Leaves, and returns once it has left.
     */
    void leave();

    /**
     * Stays until the answer is complete.
     *
     * @return the answer
     * @throws AssertionError if no complete answer arrives in time
     */
    Answer answer();

    /**
     * Gives back what the client holds.
     */
    @Override
    void close();
}
