package workshop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import workshop.cleanup.StagedFile;
import workshop.cleanup.StagingArea;

/**
 * What a request for {@value Request#STAGING} asks for: a staged file, long work, and then the commit. It is the work of
 * step 03, for servers that are not Helidon.
 */
final class StagedWork {
    /** Longer than any measurement: what is gone before has been rolled back. */
    static final Duration TIME = Duration.ofHours(1);

    private final StagingArea area;

    private StagedWork(StagingArea area) {
        this.area = area;
    }

    static StagedWork in(Path directory) {
        return new StagedWork(StagingArea.open(directory));
    }

    /** A file of its own for one request; nothing is written yet. */
    StagedFile newFile() {
        return area.newFile();
    }

    /**
     * Does all of it on this thread. Whatever ends the work early rolls the file back.
     *
     * @throws InterruptedException if the thread is interrupted: a server that notices a client's leaving does that
     */
    void perform() throws IOException, InterruptedException {
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
