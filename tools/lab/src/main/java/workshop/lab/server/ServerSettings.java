package workshop.lab.server;

import java.time.Duration;

/**
 * What the servers of the lab are started with.
 *
 * @param work     how long the expensive work takes
 * @param deadline how long it may take, in step 04
 */
public record ServerSettings(Duration work, Duration deadline) {
    /** What the servers have by themselves. */
    public static final ServerSettings DEFAULT = new ServerSettings(Duration.ofSeconds(4), Duration.ofSeconds(30));
}
