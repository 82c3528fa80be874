package workshop.bench;

import workshop.detection.CloseWatch;

/**
 * Helidon whose connections can be watched, with handlers that do not ask for it.
 */
final class UnwatchedHelidon implements Contender {
    @Override
    public String name() {
        return "unwatched";
    }

    @Override
    public int start(Site site) {
        return HelidonServer.start(HelidonServer.builder().addConnectionSelector(CloseWatch.selector()), site.room());
    }
}
