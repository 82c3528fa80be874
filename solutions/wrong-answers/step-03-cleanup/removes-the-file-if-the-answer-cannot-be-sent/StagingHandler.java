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

/** Commits, answers, and takes the commit back if the answer fails. */
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
        } finally {
            if (outcome.rollBack()) {
                file.rollBack();
            }
        }
        response.status(Status.CREATED_201).header(HeaderNames.LOCATION, "/files/" + file.id());
        try {
            TextAnswer.send(request, response, "File persisted.\n");
        } catch (RuntimeException e) {
            file.rollBack();
            throw e;
        }
    }

    private static void clientGone(Outcome outcome, StagedFile file) {
        if (outcome.rollBack()) {
            file.rollBack();
            LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely. Cleaning up.");
        }
    }
}
