package workshop.objectstore;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.helidon.logging.common.LogConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import workshop.store.StoreClient;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

/**
 * A bucket of its own for each test, a {@link FaultProxy} on the way to it, and another way without faults, on which the test looks.
 */
abstract class StoreScenario {
    static final Duration CAP = Patience.of(Duration.ofSeconds(5));

    private static TestStore store;

    private Bucket bucket;
    private Map<String, String> way;
    FaultProxy proxy;

    @BeforeAll
    static void openStore() {
        LogConfig.configureRuntime();
        store = TestStore.open();
    }

    @AfterAll
    static void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void openProxy() throws IOException {
        bucket = store.bucket();
        proxy = new FaultProxy(store.url());
        way = new HashMap<>(store.key());
        way.putAll(Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", Integer.toString(proxy.port()), "http.nonProxyHosts", ""));
        way.forEach(System::setProperty);
    }

    @AfterEach
    void closeProxy() throws IOException {
        way.keySet().forEach(System::clearProperty);
        proxy.close();
    }

    /** The bucket, as a server sees it through the proxy. Nobody waits for longer than half a second for one answer. */
    final ObjectStore store() {
        return new ObjectStore(StoreClient.of(store.url(), store.credentials()).s3(), bucket.name(),
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
        var settings = new HashMap<>(Map.of("workshop.store", store.url().toString(), "workshop.bucket", bucket.name(),
                                            "workshop.parts", "1", "workshop.part-size", "100"));
        settings.putAll(way);
        return settings;
    }

    /** What no message may show. */
    final String secretKey() {
        return store.credentials().resolveCredentials().secretAccessKey();
    }

    /** Begins an upload that nobody ends, as a server does that is killed. */
    final void begin(String key) {
        bucket.begin(key);
    }

    /** Puts an object of so many bytes into the bucket. */
    final void put(String key, int size) {
        bucket.put(key, size);
    }

    /** The keys of the objects that are in the bucket. */
    final List<String> objects() {
        return bucket.objects();
    }

    /** The keys of the uploads under way in the bucket. */
    final List<String> uploads() {
        return bucket.uploads();
    }

    /** Asks the store until no upload is under way, or for the longest time; returns those that are left. */
    final List<String> awaitNoUploads() {
        return bucket.awaitUploads(0, CAP);
    }
}
