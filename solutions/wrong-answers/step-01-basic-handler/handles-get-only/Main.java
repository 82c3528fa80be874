package workshop.basic;

import io.helidon.webserver.WebServerConfig;

import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/** The server of step 01, for GET alone. */
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
        server.routing(routing -> routing.get("/a", new FileHandler(settings.directory(), work)));
    }
}
