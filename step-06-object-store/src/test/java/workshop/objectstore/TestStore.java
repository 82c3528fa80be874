package workshop.objectstore;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

import workshop.store.EmbeddedStore;
import workshop.store.StoreClient;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The store that tests use: one inside this process, or the one that {@code -Dstore=http://HOST:PORT} names, whose key is in the usual
 * variables of AWS. When the tests are over, that one is as before.
 */
final class TestStore implements AutoCloseable {
    private final URI url;
    private final AwsCredentialsProvider credentials;
    private final Map<String, String> key;
    private final StoreClient direct;
    private final Consumer<List<Bucket>> atLast;
    private final List<Bucket> buckets = new ArrayList<>();

    private TestStore(URI url, AwsCredentialsProvider credentials, Map<String, String> key, StoreClient direct,
                      Consumer<List<Bucket>> atLast) {
        this.url = url;
        this.credentials = credentials;
        this.key = key;
        this.direct = direct;
        this.atLast = atLast;
        try {
            direct.s3().listBuckets(); // what a client does for the first time takes long, and no test waits for it
        } catch (SdkException e) {
            throw new AssertionError("The store at %s can't be used (%s): start it, and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                                             .formatted(url, e.getMessage()), e);
        }
    }

    /** Opens it; an {@link AssertionError} that says what to do if it can't be used. */
    static TestStore open() {
        String url = System.getProperty("store");
        if (url == null) {
            return embedded();
        }
        if (!url.matches("http://[^/@]+/?")) {
            throw new AssertionError("-Dstore=%s is not the URL of a store: use http://HOST:PORT. The proxy of the tests reads no TLS"
                                             .formatted(url.replaceAll("//.*@", "//…@")));
        }
        return elsewhere(URI.create(url));
    }

    private static TestStore embedded() {
        var directory = TemporaryDirectory.create();
        var store = EmbeddedStore.start(directory.path());
        var key = store.credentials().resolveCredentials();
        return new TestStore(store.url(), store.credentials(),
                             Map.of("aws.accessKeyId", key.accessKeyId(), "aws.secretAccessKey", key.secretAccessKey()),
                             store.client(), _ -> {
            store.close();
            directory.close();
        });
    }

    private static TestStore elsewhere(URI url) {
        var credentials = StoreClient.usualCredentials();
        return new TestStore(url, credentials, Map.of(), StoreClient.of(url, credentials), buckets -> buckets.forEach(Bucket::remove));
    }

    URI url() {
        return url;
    }

    AwsCredentialsProvider credentials() {
        return credentials;
    }

    /** What tells a server the key, unless the environment does. */
    Map<String, String> key() {
        return key;
    }

    /** A new bucket. */
    Bucket bucket() {
        var bucket = new Bucket(direct.s3());
        buckets.add(bucket);
        return bucket;
    }

    @Override
    public void close() {
        atLast.accept(buckets);
        direct.close();
    }
}
