package workshop.objectstore;

import java.time.Duration;

import io.helidon.webserver.WebServerConfig;

import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 06: what a request makes is an object in a store at the other end of a network.
 */
public final class Main {
    /** How long one try of a call to the store may take. */
    private static final Duration TRY = Duration.ofSeconds(2);

    private Main() {
    }

    /**
     * Starts the server.
     *
     * @param args not used; see {@link Settings}
     */
    public static void main(String[] args) {
        Launcher.main(Main::configure);
    }

    static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        configure(server, settings, work, TRY);
    }

    static void configure(WebServerConfig.Builder server, Settings settings, Work work, Duration limit) {
        var store = StoreSettings.of(settings, limit);
        workshop.http2.Main.configure(server, settings, work, () -> ObjectStorage.open(store).storage());
    }
}
