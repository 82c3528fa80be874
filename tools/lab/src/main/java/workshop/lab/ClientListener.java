package workshop.lab;

/**
 * Is told how a client's wait ends.
 */
interface ClientListener {
    /** The whole answer has come. */
    void answered(int status);

    /** The connection has ended without an answer, from either side. */
    void brokenOff(String reason);
}
