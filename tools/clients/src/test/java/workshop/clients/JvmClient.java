package workshop.clients;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * An HTTP client of this JVM, as its users have it: pooled connections, everything else by default.
 */
interface JvmClient extends AutoCloseable {
    /** How long a client waits that sets itself a limit. */
    Duration LIMIT = Duration.ofSeconds(1);

    /** What its users call it. */
    String name();

    /** Asks, and returns the status of the answer. Whatever goes wrong is thrown. */
    int get(URI uri) throws Exception;

    /** The ways in which its users stop to wait for an answer. */
    List<WayToGiveUp> ways();

    /** An {@link UncheckedIOException} where that fails. */
    @Override
    void close();
}
