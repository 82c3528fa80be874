package workshop.basic;

import java.io.IOException;
import java.nio.file.Path;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.plumbing.file.OwnFiles;
import workshop.plumbing.launch.Work;

/**
 * Writes a file, does the expensive work and answers, like the server of the article "Go how to cleanup HTTP request
 * terminated" (gianarb.it, 25 April 2018).
 * <p>
 * It does not know whether anybody still waits for the answer. That is the problem that the next steps solve.
 */
public final class FileHandler implements Handler {
    private static final System.Logger LOGGER = System.getLogger(FileHandler.class.getName());

    private final Path directory;
    private final Work work;

    /**
     * @param directory where the file goes; it exists
     * @param work      the expensive work
     */
    public FileHandler(Path directory, Work work) {
        this.directory = directory;
        this.work = work;
    }

    /**
     * Handles one request, whatever its method.
     *
     * @throws IOException          if the file can't be written
     * @throws InterruptedException if the server stops before the work is done
     */
    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        // TODO step 01: replace the line below. Write "hello" to the file "txt" in the directory, log "new file" and
        //  its path, perform the work, then send the TextAnswer "File persisted." and a line break.
        TextAnswer.send(request, response.status(501), "Step 01 is still to do: see FileHandler.handle\n");
    }
}
