package workshop.http2;

import java.util.List;

import io.helidon.http.http2.Http2Util;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;

import workshop.detection.CloseWatch;
import workshop.plumbing.connection.PrefaceSelector;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 05: that of step 04, to which many requests may come on one connection, by HTTP/2.
 */
public final class Main {
    /** Helidon keeps 32 unread frames of a body; the next one would stop its whole connection. So many full ones fill half of that. */
    private static final int UNREAD_BODY = 16 * FrameTap.MAX_PAYLOAD;

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

    /** Has a server speak both protocols, and its requests can be watched in each. */
    public static void speakBoth(WebServerConfig.Builder server, Settings settings) {
        server.connectionSelectors(List.of(selector(settings)));
        server.connectionOptions(options -> options.tcpNoDelay(true)); // an answer is two writes: the second would wait for 40 ms
    }

    private static ServerConnectionSelector selector(Settings settings) {
        var http2 = Http2ConnectionSelector.builder().http2Config(config(settings)).build();
        return new PrefaceSelector(CloseWatch.selector(), "h2", Http2Util.prefaceData().readBytes(),
                                   connection -> new StreamsConnection(connection, http2));
    }

    /**
     * Helidon ends a connection that resets more than 50 requests in ten seconds before they are answered. Here that is how clients
     * leave, and slow requests are left often: a browser that closes a tab leaves them all at once.
     */
    private static Http2Config config(Settings settings) {
        return Http2Config.builder()
                .maxRapidResets(settings.wholeNumber("workshop.max-rapid-resets", 100, 1_000_000))
                .maxFrameSize(FrameTap.MAX_PAYLOAD)
                .initialWindowSize(UNREAD_BODY)
                .build();
    }
}
