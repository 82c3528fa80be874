package workshop.model.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

import org.apache.commons.io.monitor.FileAlterationListenerAdaptor;
import org.apache.commons.io.monitor.FileAlterationMonitor;
import org.apache.commons.io.monitor.FileAlterationObserver;

/**
 * Tells when somebody has saved something in a folder: once for all that is saved together. It looks again and again, which
 * works on every file system, also on one that does not tell of a save.
 */
public final class FolderWatch implements AutoCloseable {
    private final FileAlterationMonitor monitor;

    private FolderWatch(FileAlterationMonitor monitor) {
        this.monitor = monitor;
    }

    /**
     * Begins to watch.
     *
     * @param folder  the folder, with all that is in it
     * @param watched which files and folders count
     * @param period  the time between two looks; a save is told between one and two of them after it
     * @param saved   is called after each save, by a thread of the watch
     * @return a watch
     * @throws UncheckedIOException if the folder can't be looked at
     */
    public static FolderWatch start(Path folder, Predicate<Path> watched, Duration period, Runnable saved) {
        try {
            var observer = FileAlterationObserver.builder()
                    .setPath(folder)
                    .setFileFilter(file -> watched.test(file.toPath()) && !isBesideASource(file))
                    .get();
            observer.addListener(new Saves(saved));
            var monitor = new FileAlterationMonitor(period.toMillis(), observer);
            monitor.setThreadFactory(Thread.ofPlatform().daemon().name("sources").factory());
            monitor.start();
            return new FolderWatch(monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // declared by the library: its observer has nothing to throw
            throw new IllegalStateException(e);
        }
    }

    /** What editors put there while they save. */
    private static boolean isBesideASource(File file) {
        return file.getName().startsWith(".") || file.getName().endsWith("~");
    }

    @Override
    public void close() {
        try {
            monitor.stop();
        } catch (Exception e) { // declared by the library: its observer has nothing to throw
            throw new IllegalStateException(e);
        }
    }

    /** Some editors save in several steps: a save is over when a look brings nothing new. */
    private static final class Saves extends FileAlterationListenerAdaptor {
        private final Runnable saved;
        private boolean changed;
        private boolean untold;

        Saves(Runnable saved) {
            this.saved = saved;
        }

        @Override
        public void onFileCreate(File file) {
            changed = true;
        }

        @Override
        public void onFileChange(File file) {
            changed = true;
        }

        @Override
        public void onFileDelete(File file) {
            changed = true;
        }

        @Override
        public void onStop(FileAlterationObserver observer) {
            boolean over = untold && !changed;
            untold = changed;
            changed = false;
            if (over) {
                saved.run();
            }
        }
    }
}
