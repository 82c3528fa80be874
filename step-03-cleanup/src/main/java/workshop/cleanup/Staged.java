package workshop.cleanup;

import java.io.IOException;

/**
 * What one request makes. Nobody sees it until it is committed, and nothing of it is left once it is rolled back.
 */
public interface Staged {
    /**
     * @return its name once it is committed
     */
    String id();

    /**
     * @return where it is until then, for the log
     */
    Object path();

    /**
     * Begins with some content.
     *
     * @param content text, perhaps empty
     * @throws IOException if it can't be written; a part may be there
     */
    void write(String content) throws IOException;

    /**
     * Adds content behind what is there. Several threads may do so at once.
     *
     * @param content some lines
     * @throws RuntimeException if it can't be written; a part may be there
     */
    void append(String content);

    /**
     * Makes it visible under its own name.
     *
     * @throws IOException if that is not possible; it is rolled back then
     */
    void commit() throws IOException;

    /**
     * Makes it visible, for a request that has a deadline. Where a commit may take long, it is given up then.
     *
     * @param deadline as {@link System#nanoTime()}
     * @throws IOException if that is not possible; it is rolled back then
     */
    default void commit(long deadline) throws IOException {
        commit();
    }

    /**
     * Removes it, whatever is there of it. It may be called again, and throws nothing: how the request ends is decided already.
     */
    void rollBack();
}
