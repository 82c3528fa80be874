package workshop.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Looks at a server's directory ten times a second, since not every system tells of changes in time, and at its counters
 * twice a second.
 */
final class DirectoryWatch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LOOKS_PER_COUNT = 5;

    private final Path directory;
    private final Feed feed;
    private final Observations observations;
    private final Supplier<URI> server;
    private final Metrics metrics = new Metrics();
    private final Thread thread;

    /**
     * @param server gives the address of the server if it has counters now, or {@code null}
     */
    DirectoryWatch(Path directory, Feed feed, Observations observations, Supplier<URI> server) {
        this.directory = directory;
        this.feed = feed;
        this.observations = observations;
        this.server = server;
        this.thread = Thread.startVirtualThread(this::watch);
    }

    @Override
    public void close() {
        thread.interrupt();
        metrics.close();
    }

    private void watch() {
        try {
            for (int look = 0; !Thread.currentThread().isInterrupted(); look++) {
                look();
                if (look % LOOKS_PER_COUNT == 0) {
                    count();
                }
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            // the lab ends
        }
    }

    private void look() {
        try {
            observations.saw(Listing.of(directory, feed.now()));
        } catch (IOException | DirectoryIteratorException e) {
            // the directory is being removed: the next look tells more
        }
    }

    private void count() throws InterruptedException {
        URI address = server.get();
        if (address != null) {
            metrics.of(address).ifPresent(observations::counted);
        }
    }
}
