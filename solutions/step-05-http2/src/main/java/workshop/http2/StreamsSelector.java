package workshop.http2;

import java.time.Duration;
import java.util.List;

import io.helidon.http.http2.Http2Util;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;

import workshop.detection.CloseWatch;
import workshop.plumbing.connection.PrefaceSelector;

/**
 * The one selector of a server that speaks HTTP/1.1 and HTTP/2 on one port. In both, a handler can open a {@link CloseWatch}.
 */
public final class StreamsSelector {
    /** Helidon keeps 32 unread frames of a body; the next one would stop its whole connection. So many full ones fill half of that. */
    static final int UNREAD_BODY = 16 * FrameTap.MAX_PAYLOAD;

    /** Enough for a request to end by itself when its connection has ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private StreamsSelector() {
    }

    /**
     * Has a server speak both protocols, and discover no other.
     *
     * @param maxRapidResets how many requests may be reset on one connection within ten seconds before they are answered; with
     *                       one more, Helidon ends the connection. Its own limit is 50. Here resets are how clients leave, and
     *                       slow requests are left often: a browser that closes a tab leaves them all at once
     */
    public static void install(WebServerConfig.Builder server, int maxRapidResets) {
        server.protocolsDiscoverServices(false);
        server.connectionSelectors(List.of(selector(maxRapidResets)));
        server.connectionOptions(options -> options.tcpNoDelay(true)); // an answer is two writes: the second would wait for 40 ms
    }

    private static ServerConnectionSelector selector(int maxRapidResets) {
        var config = Http2Config.builder()
                .maxRapidResets(maxRapidResets)
                .maxFrameSize(FrameTap.MAX_PAYLOAD)
                .initialWindowSize(UNREAD_BODY)
                .build();
        var http2 = Http2ConnectionSelector.builder().http2Config(config).build();
        return new PrefaceSelector(CloseWatch.selector(), "h2", Http2Util.prefaceData().readBytes(),
                                   connection -> new StreamsConnection(connection, http2, PATIENCE));
    }
}
