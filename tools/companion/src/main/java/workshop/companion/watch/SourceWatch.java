package workshop.companion.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;

/**
 * Tells when somebody has saved something in a folder: once for all that is saved together.
 */
public final class SourceWatch implements AutoCloseable {
    private static final int QUIET_MILLIS = 30;
    private static final int LOOKS = 30;

    private final Path folder;
    private final Runnable saved;
    private final Wakeup wakeup;
    private final Thread thread;
    private SourceTree known;

    private SourceWatch(Path folder, Wakeup wakeup, Runnable saved) {
        this.folder = folder;
        this.wakeup = wakeup;
        this.saved = saved;
        this.known = SourceTree.of(folder);
        this.thread = Thread.ofVirtual().name("sources").unstarted(this::run);
    }

    /**
     * Begins to watch.
     *
     * @param folder  the folder, with all that is in it
     * @param polling whether to look again and again, instead of trusting the file system
     * @param saved   is called after each save
     * @return a watch
     */
    public static SourceWatch start(Path folder, boolean polling, Runnable saved) {
        var watch = new SourceWatch(folder, polling ? new Polling() : events(), saved);
        watch.thread.start();
        return watch;
    }

    private static Wakeup events() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return new Polling(); // there the JDK's own watch service polls, and less often
        }
        try {
            return new FileEvents();
        } catch (IOException e) {
            return new Polling(); // the system has no more watches to give
        }
    }

    private void run() {
        try {
            while (true) {
                awaitWakeup();
                SourceTree now = SourceTree.of(folder);
                if (!now.files().equals(known.files())) {
                    known = settled(now);
                    saved.run();
                } else {
                    known = now;
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // nobody wants to know any more
        }
    }

    private void awaitWakeup() throws InterruptedException {
        try {
            wakeup.await(known.folders());
        } catch (IOException e) {
            new Polling().await(known.folders());
        }
    }

    /** Some editors save in several steps. */
    private SourceTree settled(SourceTree first) throws InterruptedException {
        SourceTree before = first;
        for (int look = 0; look < LOOKS; look++) {
            Thread.sleep(QUIET_MILLIS);
            SourceTree now = SourceTree.of(folder);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** Ends the watch. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            wakeup.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
