package workshop.bench;

/**
 * What came of a turn of load.
 *
 * @param answers how many answers came
 * @param seconds how long it took
 */
record Turn(long answers, double seconds) {
    /** Answers per second. */
    double rate() {
        return answers / seconds;
    }
}
