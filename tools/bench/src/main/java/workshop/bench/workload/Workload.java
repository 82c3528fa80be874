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

    private Workload(StagingArea area, PendingRequests pending) {
        this.area = area;
        this.pending = pending;
    }

    static Workload in(Path directory, PendingRequests pending) {
        return new Workload(StagingArea.open(directory), pending);
    }

    /** For a server whose handlers must not block: a file of its own for one request; nothing is written yet. */
    public StagedFile newFile() {
        return area.newFile();
    }

    /**
     * Does all of it on this thread.
     *
     * @param path what the request asks for, of {@link Endpoints}
     * @throws InterruptedException if the thread is interrupted: a server that notices a client's leaving does that, and the
     *                              file is rolled back
     */
    public void perform(String path) throws IOException, InterruptedException {
        switch (path) {
            case Endpoints.WAITING -> pending.await();
            case Endpoints.STAGING -> stage();
            default -> { }
        }
    }

    private void stage() throws IOException, InterruptedException {
        var file = newFile();
        boolean done = false;
        try {
            file.write("hello");
            Thread.sleep(TIME);
            done = true;
        } finally {
            if (!done) {
                file.rollBack();
            }
        }
        file.commit();
    }
}
