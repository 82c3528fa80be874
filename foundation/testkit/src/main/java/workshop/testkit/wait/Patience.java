package workshop.testkit.wait;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long a test waits for something that should come at once. The property {@code workshop.patience} stretches it, or
 * shortens it where somebody waits for the verdict: 1 is as long as a busy machine may need.
 */
public final class Patience {
    private static volatile double factor = Double.parseDouble(System.getProperty("workshop.patience", "1"));

    private Patience() {
    }

    /** The patience now, from that of a test that nobody waits for. */
    public static Duration of(Duration usual) {
        return Duration.ofNanos((long) (usual.toNanos() * factor));
    }

    /** Does something with half the patience, such as to run tests that are expected to be red: they wait for what never comes. */
    public static <T> T halved(Supplier<T> action) {
        double usual = factor;
        factor = usual / 2;
        try {
            return action.get();
        } finally {
            factor = usual;
        }
    }
}
