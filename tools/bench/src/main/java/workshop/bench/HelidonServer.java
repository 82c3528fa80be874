package workshop.bench;

import java.util.function.Consumer;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;

/**
 * What all of Helidon's contenders have in common.
 */
final class HelidonServer {
    static final byte[] ANSWER = Answer.bytes();

    static final int BACKLOG = 4096;

    private HelidonServer() {
    }

    /** Without the observers of step 04, which are on this class path too. */
    static WebServerConfig.Builder builder() {
        return WebServer.builder().host(Connection.LOOPBACK).port(0).backlog(BACKLOG).shutdownHook(false)
                .featuresDiscoverServices(false);
    }

    /** Starts a server with handlers that know of no watch. */
    static int start(WebServerConfig.Builder server, WaitingRoom room) {
        return start(server, routing -> routeUnwatched(routing, room));
    }

    static int start(WebServerConfig.Builder server, Consumer<HttpRouting.Builder> routing) {
        return server.routing(routing).build().start().port();
    }

    static void routeUnwatched(HttpRouting.Builder routing, WaitingRoom room) {
        routing.get(Request.TRIVIAL, (request, response) -> response.send(ANSWER));
        routing.get(Request.WAITING, (request, response) -> {
            room.await();
            response.send(ANSWER);
        });
    }
}
