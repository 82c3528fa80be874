package workshop.detection;

import io.helidon.webserver.WebServerConfig;

import workshop.basic.FileHandler;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 02: that of step 01, which now notices a client that leaves during the work.
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

    static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        server.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
        server.routing(routing -> routing.any("/a", new FileHandler(settings.directory(), new WatchedWork(work))));
    }
}
