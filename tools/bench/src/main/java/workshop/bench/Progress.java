package workshop.bench;

/**
 * Is told how far the benchmark is.
 */
interface Progress {
    /**
     * @param what what is measured from now on
     */
    void begin(String what);

    /**
     * @param seconds how much of the expected time is done
     */
    void advance(double seconds);
}
