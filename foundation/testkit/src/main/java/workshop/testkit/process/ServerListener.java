package workshop.testkit.process;

/**
 * What is told of a server's process, on threads of its own.
 */
@FunctionalInterface
public interface ServerListener {
    /** It has printed a line on standard output. */
    void printed(String line);

    /** It has printed a line on standard error, and that is neither inherited nor part of standard output. */
    default void printedError(String line) {
    }

    /** It has ended with an exit status, and all its lines are told. */
    default void ended(int status) {
    }
}
