package workshop.objectstore;

import java.time.Duration;
import java.time.Instant;

/**
 * Aborts uploads that nobody ends any more, such as those of a server that was killed. Nobody holds a lock on an upload:
 * whoever is older than a server can mean it to be is left over. This server's own are never taken.
 */
final class Sweep implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Sweep.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final ObjectStore store;
    private final Duration age;
    private final Thread thread = Thread.ofVirtual().name("sweep").unstarted(this::run);

    Sweep(ObjectStore store, Duration age) {
        this.store = store;
        this.age = age;
    }

    /** Sweeps now, and each time that a tenth of the age is over. */
    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                sweep();
                Thread.sleep(age.dividedBy(10).compareTo(SHORTEST_PAUSE) > 0 ? age.dividedBy(10) : SHORTEST_PAUSE);
            }
        } catch (InterruptedException e) {
            // the server stops
        }
    }

    private void sweep() {
        try {
            store.othersUploads(Instant.now().minus(age)).forEach(upload -> {
                store.abort(upload.key(), upload.uploadId());
                LOGGER.log(System.Logger.Level.INFO, "swept the upload of {0}, begun {1}", upload.key(), upload.initiated());
            });
        } catch (StoreFailure e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOGGER.log(System.Logger.Level.WARNING, "The store can't be swept now", e);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
