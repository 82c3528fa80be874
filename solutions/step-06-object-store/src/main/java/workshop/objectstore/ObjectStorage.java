package workshop.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

import workshop.cancellation.Storage;
import workshop.plumbing.launch.StartFailure;

/**
 * All that a server has open for its objects, from its start to its end.
 */
final class ObjectStorage implements AutoCloseable {
    /** How long one try of a call may take. */
    private static final Duration TRY = Duration.ofSeconds(2);

    /** How long a stop waits for what is still to be removed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EmbeddedStore embedded; // null if the store is elsewhere
    private final StoreClient client;
    private final ObjectStore store;
    private final CleanUps cleanUps;
    private final Sweep sweep;
    private final int partSize;

    private ObjectStorage(EmbeddedStore embedded, StoreClient client, StoreSettings settings) {
        this.embedded = embedded;
        this.client = client;
        this.store = new ObjectStore(client.s3(), settings.bucket(), new StoreCalls(TRY));
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
        } catch (RuntimeException e) {
            storage.close();
            throw new StartFailure("workshop.store", settings.url().map(URI::toString).orElse(StoreSettings.EMBEDDED),
                                   "can't be used (%s): start it, or name another one".formatted(e.getMessage()));
        }
        storage.sweep.start();
        return storage;
    }

    private static ObjectStorage embedded(StoreSettings settings) {
        var embedded = EmbeddedStore.start(settings.directory());
        return new ObjectStorage(embedded, StoreClient.of(embedded.url(), embedded.credentials()), settings);
    }

    private static ObjectStorage elsewhere(StoreSettings settings, URI url) {
        AwsCredentialsProvider usual = AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(),
                                                                      EnvironmentVariableCredentialsProvider.create());
        return new ObjectStorage(null, StoreClient.of(url, usual), settings);
    }

    /** What the handlers of the steps before need. */
    Storage storage() {
        return new Storage(() -> new StagedObject(UUID.randomUUID().toString(), store, cleanUps, partSize),
                           new CommittedObjects(store, this::close));
    }

    @Override
    public void close() {
        sweep.close();
        cleanUps.close();
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
