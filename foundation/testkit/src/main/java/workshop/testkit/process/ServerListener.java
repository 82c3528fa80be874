package workshop.testkit.process;

/**
 * What is told of a server's process, on threads of its own.
 */
@FunctionalInterface
public interface ServerListener {
    /**
     * It has printed a line on standard output.
     *
     * @param line the line
     */
    void printed(String line);

    /**
     * It has printed a line on standard error, and that is neither inherited nor part of standard output.
     *
     * @param line the line
     */
    default void printedError(String line) {
    }

    /**
     * It has ended, and all its lines are told.
     *
     * @param status its exit status
     */
    default void ended(int status) {
    }
}
