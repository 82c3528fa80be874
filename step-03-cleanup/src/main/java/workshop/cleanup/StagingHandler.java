package workshop.cleanup;

import java.io.IOException;
import java.util.function.Supplier;

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

    /** What the log says, to the letter, of a client that leaves before the commit. */
    private static final String CLIENT_GONE = "The client closed the connection prematurely. Cleaning up.";

    private final Supplier<StagedFile> files;
    private final Work work;

    /**
     * @param files brings a file of its own for each request
     * @param work  the work of each request
     */
    StagingHandler(Supplier<StagedFile> files, Work work) {
        this.files = files;
        this.work = work;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        var file = files.get();
        // TODO step 03, 4 of 4: decide how this request ends, with an Outcome of its own. Open a CloseWatch around the work,
        //  and not before the file is written: a client that leaves rolls the file back, and that is logged, as CLIENT_GONE.
        //  Commit the file only if the outcome says so; otherwise throw a CloseConnectionException. Whatever happens, and
        //  wherever: what is not committed is rolled back.
        file.write("hello");
        LOGGER.log(System.Logger.Level.INFO, "new file {0}", file.path());
        work.perform();
        file.commit();
        response.status(Status.CREATED_201).header(HeaderNames.LOCATION, "/files/" + file.id());
        TextAnswer.send(request, response, "File persisted.\n");
    }
}
