package workshop.lab;

import java.time.Duration;

/**
 * What all servers of the lab are started with.
 *
 * @param work     how long the expensive work takes
 * @param deadline how long it may take, in step 04
 */
record Settings(Duration work, Duration deadline) {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    static final Settings DEFAULT = new Settings(Duration.ofSeconds(4), Duration.ofSeconds(30)); // as the servers have it

    Settings {
        check(work);
        check(deadline);
    }

    private static void check(Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new Refusal("%d ms is out of range: use %d to %d."
                                      .formatted(time.toMillis(), SHORTEST.toMillis(), LONGEST.toMillis()));
        }
    }
}
