package workshop.http2;

import java.util.function.Supplier;

import io.helidon.webserver.WebServerConfig;

import workshop.cancellation.Storage;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 05: that of step 04, to which many requests may come on one connection, by HTTP/2.
 */
public final class Main {
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

    /** Configures the server. */
    public static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        configure(server, settings, work, () -> Storage.inFiles(settings));
    }

    /** Configures the server with another storage, as a later step does. It is opened when all other settings are right. */
    public static void configure(WebServerConfig.Builder server, Settings settings, Work work, Supplier<Storage> storage) {
        int maxRapidResets = maxRapidResets(settings);
        workshop.cancellation.Main.configure(server, settings, work, storage);
        StreamsSelector.install(server, maxRapidResets);
    }

    static int maxRapidResets(Settings settings) {
        return settings.wholeNumber("workshop.max-rapid-resets", 100, 1_000_000);
    }
}
