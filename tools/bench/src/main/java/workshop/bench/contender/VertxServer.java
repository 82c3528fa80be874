package workshop.bench.contender;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ObjectUpload;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;
import workshop.cleanup.StagedFile;

/**
 * Vert.x 5 with one event loop for each processor, and handlers that do not block. Its event loops read while a request is
 * under way, so the close handler of a response is called when its client leaves.
 */
final class VertxServer {
    /** Negative: any free port, the same for all event loops. */
    private static final int ANY_PORT = -1;

    private final Vertx vertx = Vertx.vertx();
    private final PendingRequests pending;
    private final Workload work;

    private VertxServer(Path directory, PendingRequests pending) {
        this.pending = pending;
        this.work = new Workload(directory, pending);
    }

    static int start(Path directory, PendingRequests pending) throws Exception {
        var server = new VertxServer(directory, pending);
        var listening = Promise.<HttpServer>promise();
        server.vertx.deployVerticle(() -> context -> server.listen(context).onSuccess(listening::tryComplete),
                                    new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
                .await(10, TimeUnit.SECONDS);
        return listening.future().result().actualPort();
    }

    private Future<HttpServer> listen(Context context) {
        return vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(Endpoints.BACKLOG))
                .requestHandler(request -> handle(request, context))
                .listen(ANY_PORT, Endpoints.LOOPBACK);
    }

    private void handle(HttpServerRequest request, Context context) {
        var response = request.response();
        switch (request.path()) {
            case Endpoints.WAITING -> {
                response.closeHandler(gone -> pending.clientGone());
                pending.enter().thenRun(() -> context.runOnContext(go -> answer(response)));
            }
            case Endpoints.STAGING -> stage(response);
            case Endpoints.STORING -> store(response);
            default -> answer(response);
        }
    }

    /** The client of the store blocks, so its calls are made elsewhere, and the abort does not wait for them. */
    private void store(HttpServerResponse response) {
        var object = new ObjectUpload();
        response.closeHandler(gone -> vertx.executeBlocking(() -> {
            object.abort();
            return null;
        }, false));
        vertx.executeBlocking(() -> {
            object.make();
            return null;
        }, false).onSuccess(made -> answer(response));
    }

    private void stage(HttpServerResponse response) {
        var file = work.newFile();
        vertx.fileSystem().writeFile(file.path().toString(), Buffer.buffer("hello"))
                .onSuccess(staged -> perform(response, file))
                .onFailure(failure -> response.setStatusCode(500).end());
    }

    private void perform(HttpServerResponse response, StagedFile file) {
        if (response.closed()) {
            rollBack(file);
            return;
        }
        long timer = vertx.setTimer(Workload.TIME.toMillis(), done -> commit(response, file));
        response.closeHandler(gone -> {
            if (vertx.cancelTimer(timer)) {
                rollBack(file);
            }
        });
    }

    private void rollBack(StagedFile file) {
        vertx.fileSystem().delete(file.path().toString());
    }

    private void commit(HttpServerResponse response, StagedFile file) {
        vertx.executeBlocking(() -> {
            file.commit();
            return file.id();
        }).onSuccess(committed -> answer(response));
    }

    private static void answer(HttpServerResponse response) {
        if (!response.closed()) {
            response.end(Endpoints.ANSWER);
        }
    }
}
