package workshop.objectstore;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.helidon.logging.common.LogConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

import workshop.store.EmbeddedStore;
import workshop.store.StoreClient;
import workshop.testkit.server.TemporaryDirectory;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

/**
 * A bucket of its own for each test, a {@link FaultProxy} on the way to it, and another way without faults, on which the test looks.
 */
abstract class StoreScenario {
    static final Duration CAP = Patience.of(Duration.ofSeconds(5));

    private static TemporaryDirectory directory;
    private static EmbeddedStore embedded;
    private static StoreClient direct;

    private final String bucket = "test-" + UUID.randomUUID();
    FaultProxy proxy;

    @BeforeAll
    static void startStore() {
        LogConfig.configureRuntime();
        directory = TemporaryDirectory.create();
        embedded = EmbeddedStore.start(directory.path());
        direct = StoreClient.of(embedded.url(), embedded.credentials());
        direct.s3().listBuckets(); // what a client does for the first time takes long
    }

    @AfterAll
    static void stopStore() {
        direct.close();
        embedded.close();
        directory.close();
    }

    @BeforeEach
    void openProxy() throws IOException {
        var key = embedded.credentials().resolveCredentials();
        System.setProperty("aws.accessKeyId", key.accessKeyId());
        System.setProperty("aws.secretAccessKey", key.secretAccessKey());
        proxy = new FaultProxy(embedded.url());
        direct.s3().createBucket(request -> request.bucket(bucket));
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    /** The bucket, as a server sees it through the proxy. Nobody waits for longer than half a second for one answer. */
    final ObjectStore store() {
        return new ObjectStore(StoreClient.of(URI.create(proxy.url()), embedded.credentials()).s3(), bucket,
                               new StoreCalls(Duration.ofMillis(500)));
    }

    /** A server whose store is behind the proxy, with settings of its own. */
    final TestServer onDemand(Map<String, String> settings) {
        var all = storeSettings();
        all.putAll(settings);
        return TestServer.onDemand(Main::configure, all);
    }

    /** The settings of a server whose store is behind the proxy. Its requests have one part each: only the last part may be small. */
    final Map<String, String> storeSettings() {
        var key = embedded.credentials().resolveCredentials();
        return new HashMap<>(Map.of("workshop.store", proxy.url(), "workshop.bucket", bucket, "workshop.parts", "1",
                                    "workshop.part-size", "100", "aws.accessKeyId", key.accessKeyId(),
                                    "aws.secretAccessKey", key.secretAccessKey()));
    }

    /** Begins an upload that nobody ends, as a server does that is killed. */
    final void begin(String key) {
        direct.s3().createMultipartUpload(request -> request.bucket(bucket).key(key));
    }

    /** Puts an object of so many bytes into the bucket. */
    final void put(String key, int size) {
        direct.s3().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(new byte[size]));
    }

    /** The keys of the objects that are in the bucket. */
    final List<String> objects() {
        return direct.s3().listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream().map(S3Object::key).toList();
    }

    /** The keys of the uploads under way in the bucket. */
    final List<String> uploads() {
        return direct.s3().listMultipartUploads(request -> request.bucket(bucket)).uploads().stream().map(MultipartUpload::key).toList();
    }

    /** Asks the store until no upload is under way, or for the longest time; returns those that are left. */
    final List<String> awaitNoUploads() {
        long end = System.nanoTime() + CAP.toNanos();
        var left = uploads();
        while (!left.isEmpty() && System.nanoTime() < end) {
            left = uploads();
        }
        return left;
    }
}
