package workshop.http2;

import io.helidon.webserver.WebServerConfig;

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

    /** Configures the server; a later step stands on it. */
    public static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        workshop.cancellation.Main.configure(server, settings, work);
        speakBoth(server, settings);
    }

    /** Has a server speak both protocols. */
    static void speakBoth(WebServerConfig.Builder server, Settings settings) {
        StreamsSelector.install(server, settings.wholeNumber("workshop.max-rapid-resets", 100, 1_000_000));
    }
}
