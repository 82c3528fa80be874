package workshop.cleanup;

import java.io.IOException;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.basic.TextAnswer;
import workshop.detection.CloseWatch;
import workshop.plumbing.launch.Work;

/** Cleans up for work that fails, and not for a server that stops. */
final class StagingHandler implements Handler {
    private static final System.Logger LOGGER = System.getLogger(StagingHandler.class.getName());

    private final StagingArea staging;
    private final Work work;

    StagingHandler(StagingArea staging, Work work) {
        this.staging = staging;
        this.work = work;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        var file = staging.newFile();
        var outcome = new Outcome();
        try {
            file.write("hello");
            LOGGER.log(System.Logger.Level.INFO, "new file {0}", file.path());
            try (var watch = CloseWatch.open(() -> clientGone(outcome, file))) {
                work.perform();
                if (!outcome.commit()) {
                    throw new CloseConnectionException("The client left before the answer");
                }
            }
            file.commit();
        } catch (IOException | RuntimeException e) {
            if (outcome.rollBack()) {
                file.rollBack();
            }
            throw e;
        }
        response.status(Status.CREATED_201).header(HeaderNames.LOCATION, "/files/" + file.id());
        TextAnswer.send(request, response, "File persisted.\n");
    }

    private static void clientGone(Outcome outcome, StagedFile file) {
        if (outcome.rollBack()) {
            file.rollBack();
            LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely. Cleaning up.");
        }
    }
}
