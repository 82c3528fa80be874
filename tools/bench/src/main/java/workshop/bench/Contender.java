package workshop.bench;

/**
 * A server to measure. It serves on the loopback interface, over HTTP/1.1:
 * <ul>
 * <li>{@value Request#TRIVIAL}: an answer at once;</li>
 * <li>{@value Request#WAITING}: an answer once {@link WaitingRoom#await()} has returned;</li>
 * <li>{@value Request#STAGING}: a staged file, work that lasts, and a rollback if the client leaves first, as far as the
 * server's API tells of that.</li>
 * </ul>
 * {@link Contenders} says who serves what. A further server is one more class, named there. Each is written as its
 * documentation recommends.
 */
interface Contender {
    /** What the reports call it. */
    String name();

    /** Whether it tells {@link WaitingRoom#clientGone()} that the client of a waiting request has left. */
    default boolean notices() {
        return false;
    }

    /**
     * Whether the work of a request ends when its client leaves. Where it goes on, so do its connection and its thread, and
     * those of many waves would be more than a process may have.
     */
    default boolean stopsTheWork() {
        return false;
    }

    /**
     * Starts the server, in a process of its own. It is never stopped: it ends with the process.
     *
     * @param site where its requests wait and stage files
     * @return the port it listens on
     * @throws Exception if it can't be started
     */
    int start(Site site) throws Exception;
}
