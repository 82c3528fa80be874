package workshop.bench;

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
    private final WaitingRoom room;
    private final StagedWork work;
    private int port;

    VertxVerticle(WaitingRoom room, StagedWork work, int port) {
        this.room = room;
        this.work = work;
        this.port = port;
    }

    /** One for a further event loop: Vert.x shares the connections to one port among them. */
    VertxVerticle another() {
        return new VertxVerticle(room, work, port);
    }

    int port() {
        return port;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(HelidonServer.BACKLOG))
                .requestHandler(this::handle)
                .listen(port, Connection.LOOPBACK)
                .onSuccess(server -> port = server.actualPort());
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
