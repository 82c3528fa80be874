package workshop.testkit.wait;

import java.time.Duration;

/**
 * How long a test waits for something that should come at once. The property {@code workshop.patience} stretches it, or
 * shortens it where somebody waits for the verdict: 1 is as long as a busy machine may need.
 */
public final class Patience {
    private static final double FACTOR = Double.parseDouble(System.getProperty("workshop.patience", "1"));

    private Patience() {
    }

    /**
     * @param usual the patience of a test that nobody waits for
     * @return the patience now
     */
    public static Duration of(Duration usual) {
        return Duration.ofNanos((long) (usual.toNanos() * FACTOR));
    }
}
