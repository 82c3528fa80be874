package workshop.cancellation;

import java.time.Duration;

import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.StartFailure;

/**
 * How the work of one request is bounded.
 *
 * @param parts    how many parts run at once, {@code workshop.parts}
 * @param deadline how long they may take, {@code workshop.deadline}
 */
record Limits(int parts, Duration deadline) {
    /**
     * Reads the limits.
     *
     * @throws StartFailure if one can't be used
     */
    static Limits of(Settings settings) {
        return new Limits(settings.wholeNumber("workshop.parts", 1, 64),
                          settings.duration("workshop.deadline", Duration.ofNanos(1)));
    }
}
