package workshop.bench.contender;

import java.nio.file.Path;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;
import workshop.detection.CloseWatch;

/**
 * Helidon in three ways: as it comes, with connections that can be watched, and with handlers that watch them.
 */
final class HelidonServer {
    private static final byte[] ANSWER = Endpoints.answer();

    private HelidonServer() {
    }

    /** As it comes: its handlers have no way to learn that a client has left. */
    static int startStock(Path directory, PendingRequests pending) {
        var work = new Workload(directory, pending);
        return start(false, unwatched(pending).get(Endpoints.STAGING, (request, response) -> {
            work.perform(Endpoints.STAGING);
            response.send(ANSWER);
        }));
    }

    /** Its connections can be watched, and its handlers do not ask for it. */
    static int startUnwatched(Path directory, PendingRequests pending) {
        return start(true, unwatched(pending));
    }

    /** Its handlers watch their connection until the answer is ready, as in step 02. */
    static int startWatched(Path directory, PendingRequests pending) {
        return start(true, HttpRouting.builder()
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

    private static int start(boolean watchable, HttpRouting.Builder routing) {
        var server = WebServer.builder().host(Endpoints.LOOPBACK).port(0).backlog(Endpoints.BACKLOG).shutdownHook(false)
                .featuresDiscoverServices(false); // without the observers of step 04, which are on this class path too
        if (watchable) { // as in the steps: beside this selector, a discovered one would make Helidon wait for bytes to choose by
            server.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
        }
        return server.routing(routing).build().start().port();
    }
}
