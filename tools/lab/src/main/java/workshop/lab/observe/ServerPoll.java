package workshop.lab.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Looks at a server's directory ten times a second, since not every system tells of changes in time, and at its metrics
 * twice a second.
 */
public final class ServerPoll implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LOOKS_PER_COUNT = 5;

    private final Path directory;
    private final Observations observations;
    private final Supplier<URI> server;
    private final Metrics metrics = new Metrics();
    private final Thread thread;

    /** Begins to look. The directory may be absent; the address of the server is {@code null} while it has no metrics. */
    public ServerPoll(Path directory, Observations observations, Supplier<URI> server) {
        this.directory = directory;
        this.observations = observations;
        this.server = server;
        this.thread = Thread.startVirtualThread(this::poll);
    }

    @Override
    public void close() {
        thread.interrupt();
        metrics.close();
    }

    private void poll() {
        try {
            for (int look = 0;; look++) {
                list();
                if (look % LOOKS_PER_COUNT == 0) {
                    count();
                }
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            // the lab ends
        }
    }

    private void list() {
        try {
            observations.listed(DirectoryListing.of(directory, observations.now()));
        } catch (IOException | UncheckedIOException e) {
            // the directory is being removed: the next look tells more
        }
    }

    private void count() throws InterruptedException {
        URI address = server.get();
        if (address != null) {
            metrics.of(address).ifPresent(numbers -> observations.counted(address, numbers));
        }
    }
}
