package workshop.store;

import java.net.URI;
import java.nio.file.Path;

import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/**
 * The embedded store in a process of its own, for servers that have theirs elsewhere.
 */
public final class Main {
    private Main() {
    }

    /**
     * Starts the store. The one key that it takes is in the usual variables of AWS.
     *
     * @param args the URL on which it listens, such as {@code http://0.0.0.0:9000}, and the directory of its data
     */
    public static void main(String[] args) {
        var key = EnvironmentVariableCredentialsProvider.create().resolveCredentials();
        EmbeddedStore.start(Path.of(args[1]), URI.create(args[0]), key);
        System.out.println("Listening on " + args[0]);
    }
}
