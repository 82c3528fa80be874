package workshop.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import software.amazon.awssdk.core.exception.SdkClientException;

import workshop.cancellation.Storage;
import workshop.cleanup.StagingArea;
import workshop.plumbing.launch.StartFailure;
import workshop.store.EmbeddedStore;
import workshop.store.StoreClient;

/**
 * All that a server has open for its objects, from its start to its end.
 */
final class ObjectStorage implements AutoCloseable {
    /** How long a stop waits for what is still to be removed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StoreClient client;
    private final Runnable atLast; // closes what was opened before
    private final ObjectStore store;
    private final CleanUps cleanUps;
    private final Sweep sweep;
    private final int partSize;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ObjectStorage(StoreSettings settings, StoreClient client, Runnable atLast) {
        this.client = client;
        this.atLast = atLast;
        this.store = new ObjectStore(client.s3(), settings.bucket(), new StoreCalls(settings.limit()));
        this.cleanUps = new CleanUps(PATIENCE);
        this.sweep = new Sweep(store, settings.sweepAfter());
        this.partSize = settings.partSize();
    }

    /**
     * Opens the store of the settings.
     *
     * @throws StartFailure if it can't be used; nothing is open then
     */
    static ObjectStorage open(StoreSettings settings) {
        var storage = settings.url().isPresent() ? elsewhere(settings, settings.url().get()) : embedded(settings);
        try {
            storage.store.createBucket();
        } catch (StoreFailure e) {
            storage.close();
            throw unusable(settings, e);
        }
        storage.sweep.start();
        return storage;
    }

    private static StartFailure unusable(StoreSettings settings, StoreFailure e) {
        return e.mayPass()
                ? new StartFailure("workshop.store", settings.url().map(URI::toString).orElse(StoreSettings.EMBEDDED),
                                   "can't be used (%s): start it, or name another one".formatted(e.getMessage()))
                : new StartFailure("workshop.bucket", settings.bucket(),
                                   "can't be used (%s): name another one, or give a key and a region (AWS_REGION) that may use it"
                                           .formatted(e.getMessage()));
    }

    private static ObjectStorage embedded(StoreSettings settings) {
        var lock = StagingArea.open(settings.directory()); // one server has the directory at a time
        try {
            var embedded = EmbeddedStore.start(settings.directory());
            return new ObjectStorage(settings, embedded.client(), () -> {
                embedded.close();
                lock.close();
            });
        } catch (StartFailure e) {
            lock.close();
            throw e;
        }
    }

    private static ObjectStorage elsewhere(StoreSettings settings, URI url) {
        var usual = StoreClient.usualCredentials();
        try {
            usual.resolveCredentials();
        } catch (SdkClientException e) {
            throw new StartFailure("workshop.store", url, "wants a key: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        return new ObjectStorage(settings, StoreClient.of(url, usual), () -> { });
    }

    /** What the handlers of the steps before need. */
    Storage storage() {
        return new Storage(() -> new StagedObject(UUID.randomUUID().toString(), store, cleanUps, partSize),
                           new CommittedObjects(store, this::close));
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        sweep.close();
        cleanUps.close();
        client.close();
        atLast.run();
    }
}
