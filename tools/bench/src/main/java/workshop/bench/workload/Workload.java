package workshop.bench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import workshop.cleanup.StagedFile;
import workshop.cleanup.StagingArea;

/**
 * What a request asks for before its answer; for {@value Endpoints#STAGING}, it is the work of step 03, for servers that are
 * not of a step.
 */
public final class Workload {
    /** How long a staged file is worked on, longer than any measurement: what is gone before has been rolled back. */
    public static final Duration TIME = Duration.ofHours(1);

    private final StagingArea area;
    private final PendingRequests pending;

    /** Takes the directory into use, so it is called once. */
    public Workload(Path directory, PendingRequests pending) {
        this.area = StagingArea.open(directory);
        this.pending = pending;
    }

    /** For a server whose handlers must not block: a file of its own for one request; nothing is written yet. */
    public StagedFile newFile() {
        return area.newFile();
    }

    /**
     * Does all of it on this thread.
     *
     * @param path what the request asks for, of {@link Endpoints}
     * @throws IOException if it fails, or the thread is interrupted: a server that notices a client's leaving does that, and the
     *                     file is rolled back
     */
    public void perform(String path) throws IOException {
        switch (path) {
            case Endpoints.WAITING -> pending.await();
            case Endpoints.STAGING -> stage();
            default -> { }
        }
    }

    private void stage() throws IOException {
        var file = newFile();
        try {
            file.write("hello");
            Thread.sleep(TIME);
            file.commit();
        } catch (IOException | InterruptedException e) {
            file.rollBack();
            throw new IOException(e);
        }
    }
}
