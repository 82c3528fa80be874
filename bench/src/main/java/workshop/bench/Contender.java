package workshop.bench;

/**
 * A server to measure. It serves on the loopback interface, over HTTP/1.1:
 * <ul>
 * <li>{@value Request#TRIVIAL}: an answer at once;</li>
 * <li>{@value Request#WAITING}: an answer once {@link WaitingRoom#await()} has returned.</li>
 * </ul>
 * A further server is one more class, named in {@link Contenders}.
 */
interface Contender {
    /** What the reports call it. */
    String name();

    /** Whether it tells {@link WaitingRoom#clientGone()} that the client of a waiting request has left. */
    boolean notices();

    /**
     * Starts the server, in a process of its own. It is never stopped: it ends with the process.
     *
     * @param room where its requests wait
     * @return the port it listens on
     */
    int start(WaitingRoom room);
}
