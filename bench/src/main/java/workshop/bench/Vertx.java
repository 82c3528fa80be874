package workshop.bench;

import java.util.concurrent.TimeUnit;

import io.vertx.core.DeploymentOptions;

/**
 * Vert.x 5 with one event loop for each processor. Its event loops read while a request is under way, so the close handler
 * of a response is called when its client leaves.
 */
final class Vertx implements Contender {
    @Override
    public String name() {
        return "Vert.x 5";
    }

    @Override
    public boolean notices() {
        return true;
    }

    @Override
    public int start(Site site) throws Exception {
        var first = new VertxVerticle(site.room(), site.stagedWork(), 0);
        var vertx = io.vertx.core.Vertx.vertx();
        vertx.deployVerticle(first).await(10, TimeUnit.SECONDS);
        int others = Runtime.getRuntime().availableProcessors() - 1;
        if (others > 0) {
            vertx.deployVerticle(first::another, new DeploymentOptions().setInstances(others)).await(10, TimeUnit.SECONDS);
        }
        return first.port();
    }
}
