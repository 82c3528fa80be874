package workshop.cleanup;

import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;

import workshop.detection.CloseWatch;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 03: each request has a file of its own, which is committed or rolled back.
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
        var staging = StagingArea.open(settings.directory());
        server.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
        server.routing(routing -> route(routing, staging, work));
    }

    private static void route(HttpRouting.Builder routing, StagingArea staging, Work work) {
        routing.any("/a", new StagingHandler(staging::newFile, work))
                .register("/files", new CommittedFiles(staging));
    }
}
