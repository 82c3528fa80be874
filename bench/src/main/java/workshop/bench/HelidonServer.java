package workshop.bench;

import java.nio.charset.StandardCharsets;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Handler;

/**
 * What all of Helidon's contenders have in common.
 */
final class HelidonServer {
    static final byte[] ANSWER = "Hello.\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BACKLOG = 4096;

    private HelidonServer() {
    }

    static WebServerConfig.Builder builder() {
        return WebServer.builder().host(Connection.LOOPBACK).port(0).backlog(BACKLOG).shutdownHook(false);
    }

    /** Starts a server with handlers that know of no watch. */
    static int start(WebServerConfig.Builder server, WaitingRoom room) {
        return start(server,
                     (request, response) -> response.send(ANSWER),
                     (request, response) -> {
                         room.await();
                         response.send(ANSWER);
                     });
    }

    /** Starts a server with these handlers for {@value Request#TRIVIAL} and {@value Request#WAITING}. */
    static int start(WebServerConfig.Builder server, Handler trivial, Handler waiting) {
        return server.routing(routing -> routing.get(Request.TRIVIAL, trivial).get(Request.WAITING, waiting))
                .build()
                .start()
                .port();
    }
}
