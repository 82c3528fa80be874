package workshop.companion.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * When to look at the files again.
 */
interface Wakeup extends AutoCloseable {
    /**
     * Waits until something may have changed.
     *
     * @param folders the folders that there are now
     * @throws InterruptedException if nobody wants to know any more
     * @throws IOException          if that can't be told
     */
    void await(Set<Path> folders) throws InterruptedException, IOException;

    @Override
    void close() throws IOException;
}
