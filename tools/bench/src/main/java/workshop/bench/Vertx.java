package workshop.bench;

import java.util.concurrent.CompletableFuture;
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
    public boolean stopsTheWork() {
        return true;
    }

    @Override
    public int start(Site site) throws Exception {
        var work = site.stagedWork();
        var port = new CompletableFuture<Integer>();
        io.vertx.core.Vertx.vertx()
                .deployVerticle(() -> new VertxVerticle(site.room(), work, port),
                                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
                .await(10, TimeUnit.SECONDS);
        return port.join();
    }
}
