package workshop.bench.contender;

import java.nio.file.Path;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;

import workshop.bench.client.Protocol;
import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ObjectUpload;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;
import workshop.detection.CloseWatch;
import workshop.http2.StreamsSelector;

/**
 * Helidon in three ways: as it comes, with connections that can be watched, and with handlers that watch them.
 */
final class HelidonServer {
    private static final byte[] ANSWER = Endpoints.answer();
    private static final int MAX_RAPID_RESETS = 1000; // as in step 05

    private HelidonServer() {
    }

    /** As it comes: its handlers have no way to learn that a client has left. */
    static int startStock(Protocol protocol, Path directory, PendingRequests pending) {
        var work = new Workload(directory, pending);
        return start(protocol, false, unwatched(pending)
                .get(Endpoints.STAGING, (request, response) -> {
                    work.perform(Endpoints.STAGING);
                    response.send(ANSWER);
                })
                .get(Endpoints.STORING, (request, response) -> ObjectUpload.perform(() -> response.send(ANSWER))));
    }

    /** Its connections can be watched, and its handlers do not ask for it. */
    static int startUnwatched(Protocol protocol, Path directory, PendingRequests pending) {
        return start(protocol, true, unwatched(pending));
    }

    /** Its handlers watch their connection until the answer is ready, as in step 02. */
    static int startWatched(Protocol protocol, Path directory, PendingRequests pending) {
        return start(protocol, true, HttpRouting.builder()
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

    private static int start(Protocol protocol, boolean watchable, HttpRouting.Builder routing) {
        var server = WebServer.builder().host(Endpoints.LOOPBACK).port(0).backlog(Endpoints.BACKLOG).shutdownHook(false)
                .featuresDiscoverServices(false) // without the observers of step 04, which are on this class path too
                .protocolsDiscoverServices(false); // as in the steps: with two, Helidon would wait for bytes to choose by
        if (watchable && protocol == Protocol.HTTP_2) {
            StreamsSelector.install(server, MAX_RAPID_RESETS);
        } else {
            server.addConnectionSelector(watchable ? CloseWatch.selector() : stock(protocol));
        }
        server.connectionOptions(options -> options.tcpNoDelay(true)); // an answer in HTTP/2 is two writes
        return server.routing(routing).build().start().port();
    }

    private static ServerConnectionSelector stock(Protocol protocol) {
        return switch (protocol) {
            case HTTP_1 -> Http1ConnectionSelector.builder().config(Http1Config.create()).build();
            case HTTP_2 -> Http2ConnectionSelector.builder().http2Config(Http2Config.create()).build();
        };
    }
}
