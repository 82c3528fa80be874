package workshop.bench.client;

/**
 * What came of a load.
 *
 * @param answers how many answers came
 * @param seconds how long it took
 */
public record LoadResult(long answers, double seconds) {
    /** Answers per second. */
    public double rate() {
        return answers / seconds;
    }
}
