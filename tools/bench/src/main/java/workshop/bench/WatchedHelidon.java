package workshop.bench;

import io.helidon.webserver.CloseConnectionException;

import workshop.detection.CloseWatch;

/**
 * Helidon with handlers that watch their connection until the answer is ready, as in step 02.
 */
final class WatchedHelidon implements Contender {
    @Override
    public String name() {
        return "watched";
    }

    @Override
    public boolean notices() {
        return true;
    }

    @Override
    public int start(Site site) {
        var room = site.room();
        return HelidonServer.start(HelidonServer.builder().addConnectionSelector(CloseWatch.selector()), routing -> {
            routing.get(Request.TRIVIAL, (request, response) -> {
                try (var watch = CloseWatch.open(room::clientGone)) {
                    watch.complete();
                }
                response.send(HelidonServer.ANSWER);
            });
            routing.get(Request.WAITING, (request, response) -> {
                try (var watch = CloseWatch.open(room::clientGone)) {
                    room.await();
                    if (!watch.complete()) {
                        throw new CloseConnectionException("The client left before the answer");
                    }
                }
                response.send(HelidonServer.ANSWER);
            });
        });
    }
}
