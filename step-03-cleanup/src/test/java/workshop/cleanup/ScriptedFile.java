package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import workshop.plumbing.launch.Application;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A staged file that lets a test in: when it is going to be written or removed, and when it has just been renamed.
 */
final class ScriptedFile extends StagedFile {
    /** Where a server is asked for one. */
    static final String PATH = "/scripted";

    private static final String ID = "scripted";

    private final Script script;

    /** What happens in between, on the thread that writes, renames or removes, and what became of it. */
    static final class Script {
        volatile Moment beforeWrite = file -> { };
        volatile Moment afterRename = file -> { };
        volatile Moment beforeRollBack = file -> { };
        volatile int renames;
        volatile String end = "has not ended";
        private final CountDownLatch written = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Queue<WeakReference<StagedFile>> made = new ConcurrentLinkedQueue<>();

        /** Waits until the file has been written. */
        void awaitWritten() {
            assertThat(Uninterrupted.await(written, Notice.CAP))
                    .as("Whether file.write was called, and has returned").isTrue();
        }

        /** Whether a file has been written to its end. */
        boolean hasWritten() {
            return written.getCount() == 0;
        }

        /** Waits until a handler has ended, or for the longest time. */
        void awaitEnd(Duration cap) {
            Uninterrupted.await(ended, cap);
        }

        private void end(String how) {
            end = how;
            ended.countDown();
        }

        /** How many of the files that were made somebody still holds; who holds one no more is seen when the garbage is collected. */
        int held() {
            made.removeIf(file -> file.refersTo(null));
            return made.size();
        }
    }

    /** What happens at one time. */
    interface Moment {
        /**
         * The time has come.
         *
         * @param file the file
         * @throws IOException if what the file is about to do fails
         */
        void come(StagedFile file) throws IOException;
    }

    private ScriptedFile(Path directory, Script script) {
        super(ID, directory.resolve(".staging").resolve(ID), directory.resolve(ID));
        this.script = script;
        script.made.add(new WeakReference<>(this));
    }

    /** The server of this step, which has such files as well. */
    static Application served(Script script) {
        return (server, settings, work) -> {
            Main.configure(server, settings, work);
            var handler = new StagingHandler(() -> new ScriptedFile(settings.directory(), script), work);
            server.routing().orElseThrow().any(PATH, (request, response) -> {
                try {
                    handler.handle(request, response);
                    script.end("returned");
                } catch (Throwable e) {
                    script.end("threw a " + e.getClass().getSimpleName() + ": " + e.getMessage());
                    throw e;
                }
            });
        };
    }

    @Override
    public void write(String content) throws IOException {
        script.beforeWrite.come(this);
        super.write(content);
        script.written.countDown();
    }

    @Override
    public void commit() throws IOException {
        script.renames++;
        super.commit();
        script.afterRename.come(this);
    }

    @Override
    public void rollBack() {
        try {
            script.beforeRollBack.come(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        super.rollBack();
    }
}
