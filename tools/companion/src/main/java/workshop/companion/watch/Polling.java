package workshop.companion.watch;

import java.nio.file.Path;
import java.util.Set;

/**
 * Looks again and again, also where the file system tells nothing.
 */
final class Polling implements Wakeup {
    private static final int MILLIS = 150;

    @Override
    public void await(Set<Path> folders) throws InterruptedException {
        Thread.sleep(MILLIS);
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
