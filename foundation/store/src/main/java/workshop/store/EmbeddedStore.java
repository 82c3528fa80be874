package workshop.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import workshop.plumbing.launch.StartFailure;

/**
 * A store that speaks S3, inside this process: S3Proxy, with its data in a directory. So the workshop needs no other one. It takes a
 * free port of the loopback interface, and its key is known to this process alone.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(EmbeddedStore.class.getName());
    private static final String FOLDER = ".store";

    private static final String UUID_FORM = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** S3Proxy has this file for each upload under way, with the upload's own name in its. */
    private static final String UNDER_WAY = ".s3proxy-mpu-stub-";

    /** What S3Proxy writes first and moves then, so that it is left over only of a process that was killed. */
    private static final Pattern UNFINISHED = Pattern.compile("(?!" + Pattern.quote(UNDER_WAY) + ").*-" + UUID_FORM);

    /** What belongs to an upload. */
    private static final Pattern OF_UPLOAD = Pattern.compile("\\.mpus-(" + UUID_FORM + ")-.*");

    private final Path folder;
    private final boolean created;
    private final S3Proxy proxy;
    private final AwsCredentials key;

    private EmbeddedStore(Path folder, boolean created, S3Proxy proxy, AwsCredentials key) {
        this.folder = folder;
        this.created = created;
        this.proxy = proxy;
        this.key = key;
    }

    /**
     * Starts it.
     *
     * @param directory it has its data there, in a folder of its own. No other process uses that: the caller makes sure of it
     * @throws StartFailure if the folder can't be used
     */
    public static EmbeddedStore start(Path directory) {
        return start(directory, URI.create("http://127.0.0.1:0"), AwsBasicCredentials.create("workshop", UUID.randomUUID().toString()));
    }

    static EmbeddedStore start(Path directory, URI endpoint, AwsCredentials key) {
        Path folder = directory.resolve(FOLDER);
        try {
            boolean created = !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
            if (created) {
                Files.createDirectory(folder);
            }
            checkNoLinks(folder);
            removeUnfinished(folder);
            var proxy = S3Proxy.builder()
                    .blobStore(new ExactUploads(folder))
                    .endpoint(endpoint)
                    .awsAuthentication(AuthenticationType.AWS_V4, key.accessKeyId(), key.secretAccessKey())
                    .build();
            proxy.start();
            return new EmbeddedStore(folder, created, proxy, key);
        } catch (Exception e) {
            throw new StartFailure("workshop.directory", directory,
                                   "has a %s that can't be used (%s): remove it, or name another directory".formatted(FOLDER, e));
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** The one key that it takes. */
    public AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(key);
    }

    /** A client of it. No proxy is asked, which could not reach it. */
    public StoreClient client() {
        return StoreClient.direct(url(), credentials());
    }

    /** Stops it. A folder that it has made, and in which nothing is, is gone then. */
    @Override
    public void close() {
        try {
            proxy.stop();
            if (created) {
                removeIfEmpty();
            }
        } catch (Exception e) {
            LOGGER.log(System.Logger.Level.WARNING, "The store in this process does not stop as it should", e);
        }
    }

    /** The folder, and buckets of which nobody has used anything. */
    private void removeIfEmpty() throws IOException {
        try (var buckets = Files.newDirectoryStream(folder)) {
            for (Path bucket : buckets) {
                Files.deleteIfExists(bucket);
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // there are objects: they stay
        }
    }

    /** A bucket that is a link leads elsewhere. */
    private static void checkNoLinks(Path folder) throws IOException {
        try (var links = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
            for (Path link : links) {
                throw new FileSystemException(link.toString(), null, "it is a link");
            }
        }
    }

    /** An upload under way stays: a sweep takes it when it is old enough. */
    private static void removeUnfinished(Path folder) throws IOException {
        try (var all = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).filter(EmbeddedStore::isLeftOver)::iterator) {
                Files.delete(file);
            }
        }
    }

    private static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        var ofUpload = OF_UPLOAD.matcher(name);
        return UNFINISHED.matcher(name).matches()
                || ofUpload.matches() && !Files.exists(file.resolveSibling(UNDER_WAY + ofUpload.group(1))); // it was being ended
    }
}
