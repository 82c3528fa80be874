package workshop.bench;

import java.util.concurrent.CompletableFuture;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import workshop.cleanup.StagedFile;

/**
 * The handlers of {@link Vertx} on one event loop. Nothing in them blocks.
 */
final class VertxVerticle extends VerticleBase {
    /** Negative: any free port, the same for all event loops. */
    private static final int ANY_PORT = -1;

    private final WaitingRoom room;
    private final StagedWork work;
    private final CompletableFuture<Integer> port;

    VertxVerticle(WaitingRoom room, StagedWork work, CompletableFuture<Integer> port) {
        this.room = room;
        this.work = work;
        this.port = port;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(HelidonServer.BACKLOG))
                .requestHandler(this::handle)
                .listen(ANY_PORT, Connection.LOOPBACK)
                .onSuccess(server -> port.complete(server.actualPort()));
    }

    private void handle(HttpServerRequest request) {
        var response = request.response();
        switch (request.path()) {
            case Request.WAITING -> {
                response.closeHandler(gone -> room.clientGone());
                room.enter().thenRun(() -> context.runOnContext(go -> answer(response)));
            }
            case Request.STAGING -> stage(response);
            default -> answer(response);
        }
    }

    private void stage(HttpServerResponse response) {
        var file = work.newFile();
        var path = file.path().toString();
        vertx.fileSystem().writeFile(path, Buffer.buffer("hello"))
                .onSuccess(staged -> perform(response, file, path))
                .onFailure(failure -> response.setStatusCode(500).end());
    }

    private void perform(HttpServerResponse response, StagedFile file, String path) {
        if (response.closed()) {
            vertx.fileSystem().delete(path);
            return;
        }
        long timer = vertx.setTimer(StagedWork.TIME.toMillis(), done -> commit(response, file));
        response.closeHandler(gone -> {
            if (vertx.cancelTimer(timer)) {
                vertx.fileSystem().delete(path);
            }
        });
    }

    private void commit(HttpServerResponse response, StagedFile file) {
        vertx.executeBlocking(() -> {
            file.commit();
            return file.id();
        }).onSuccess(committed -> answer(response));
    }

    private static void answer(HttpServerResponse response) {
        if (!response.closed()) {
            response.end(Answer.TEXT);
        }
    }
}
