package workshop.bench.contender;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.ServerSetup;
import workshop.detection.CloseWatch;

/**
 * Helidon in three ways: as it comes, with connections that can be watched, and with handlers that watch them.
 */
final class HelidonServer {
    private static final byte[] ANSWER = Endpoints.answer();

    private HelidonServer() {
    }

    /** As it comes: its handlers have no way to learn that a client has left. */
    static int startStock(ServerSetup setup) {
        var work = setup.workload();
        return start(builder(), unwatched(setup.pending()).get(Endpoints.STAGING, (request, response) -> {
            work.perform(Endpoints.STAGING);
            response.send(ANSWER);
        }));
    }

    /** Its connections can be watched, and its handlers do not ask for it. */
    static int startUnwatched(ServerSetup setup) {
        return start(watchable(), unwatched(setup.pending()));
    }

    /** Its handlers watch their connection until the answer is ready, as in step 02. */
    static int startWatched(ServerSetup setup) {
        var pending = setup.pending();
        return start(watchable(), HttpRouting.builder()
                .get(Endpoints.TRIVIAL, watched(pending, () -> { }))
                .get(Endpoints.WAITING, watched(pending, pending::await)));
    }

    private static HttpRouting.Builder unwatched(PendingRequests pending) {
        return HttpRouting.builder()
                .get(Endpoints.TRIVIAL, (request, response) -> response.send(ANSWER))
                .get(Endpoints.WAITING, (request, response) -> {
                    pending.await();
                    response.send(ANSWER);
                });
    }

    private static Handler watched(PendingRequests pending, Runnable work) {
        return (request, response) -> {
            try (var watch = CloseWatch.open(pending::clientGone)) {
                work.run();
                if (!watch.complete()) {
                    throw new CloseConnectionException("The client left before the answer");
                }
            }
            response.send(ANSWER);
        };
    }

    /** As in the steps: beside this selector, a discovered one would make Helidon wait for bytes to choose by. */
    private static WebServerConfig.Builder watchable() {
        return builder().protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
    }

    /** Without the observers of step 04, which are on this class path too. */
    private static WebServerConfig.Builder builder() {
        return WebServer.builder().host(Endpoints.LOOPBACK).port(0).backlog(Endpoints.BACKLOG).shutdownHook(false)
                .featuresDiscoverServices(false);
    }

    private static int start(WebServerConfig.Builder server, HttpRouting.Builder routing) {
        return server.routing(routing).build().start().port();
    }
}
