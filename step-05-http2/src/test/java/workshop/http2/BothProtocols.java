package workshop.http2;

import io.helidon.webserver.WebServerConfig;

import workshop.plumbing.launch.Application;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The connections of this step, for the server of the step before: so the tests of that one show what still holds in HTTP/1.1.
 */
public final class BothProtocols implements Application {
    @Override
    public void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        StreamsSelector.install(server, Main.maxRapidResets(settings));
    }
}
