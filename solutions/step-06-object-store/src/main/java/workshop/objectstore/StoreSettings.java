package workshop.objectstore;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.StartFailure;

/**
 * Where the objects are, and how they are made.
 *
 * @param url        the store, {@code workshop.store}; empty for one inside this process
 * @param directory  where that one has its data, {@code workshop.directory}
 * @param bucket     the bucket, {@code workshop.bucket}
 * @param partSize   bytes of each part, {@code workshop.part-size}
 * @param sweepAfter uploads under way that are older are aborted, {@code workshop.sweep-after}
 * @param limit      how long one try of a call to the store may take
 */
record StoreSettings(Optional<URI> url, Path directory, String bucket, int partSize, Duration sweepAfter, Duration limit) {
    static final String EMBEDDED = "embedded";

    /** What S3 allows, without the dots that keep a name out of a certificate (Amazon S3 User Guide, "Bucket naming rules"). */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

    /**
     * Reads the settings.
     *
     * @throws StartFailure if one can't be used
     */
    static StoreSettings of(Settings settings, Duration limit) {
        String bucket = settings.text("workshop.bucket");
        if (!BUCKET.matcher(bucket).matches()) {
            throw new StartFailure("workshop.bucket", bucket,
                                   "is not the name of a bucket: use 3 to 63 lower-case letters, digits and hyphens");
        }
        return new StoreSettings(url(settings.text("workshop.store")), settings.directory(), bucket,
                                 settings.wholeNumber("workshop.part-size", 1, 1 << 30),
                                 settings.duration("workshop.sweep-after", Duration.ofMillis(1)), limit);
    }

    private static Optional<URI> url(String store) {
        if (store.equals(EMBEDDED)) {
            return Optional.empty();
        }
        try {
            var url = new URI(store);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // falls through to the failure, which says more
        }
        throw new StartFailure("workshop.store", store.replaceAll("//.*@", "//…@"),
                               "is not the URL of a store: use http://HOST:PORT, https://HOST, or " + EMBEDDED);
    }
}
