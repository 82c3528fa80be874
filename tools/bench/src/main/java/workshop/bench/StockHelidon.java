package workshop.bench;

/**
 * Helidon as it comes: the baseline. Its handlers have no way to learn that a client has left.
 */
final class StockHelidon implements Contender {
    @Override
    public String name() {
        return "stock Helidon";
    }

    @Override
    public int start(Site site) {
        var work = site.stagedWork();
        return HelidonServer.start(HelidonServer.builder(), routing -> {
            HelidonServer.routeUnwatched(routing, site.room());
            routing.get(Request.STAGING, (request, response) -> {
                work.perform();
                response.send(HelidonServer.ANSWER);
            });
        });
    }
}
