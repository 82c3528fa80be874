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

/**
 * Stages a file, does the expensive work, commits the file and answers. If the client leaves, the work fails or the
 * server stops first, the file is rolled back.
 */
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
        // TODO step 03, 4 of 4: decide how this request ends, with an Outcome. Open a CloseWatch around the work: a client
        //  that leaves rolls the file back, and that is logged. Commit the file only if the outcome says so; otherwise
        //  throw a CloseConnectionException. Whatever happens: what is not committed is rolled back.
        file.write("hello");
        LOGGER.log(System.Logger.Level.INFO, "new file {0}", file.path());
        work.perform();
        file.commit();
        response.status(Status.CREATED_201).header(HeaderNames.LOCATION, "/files/" + file.id());
        TextAnswer.send(request, response, "File persisted.\n");
    }
}
