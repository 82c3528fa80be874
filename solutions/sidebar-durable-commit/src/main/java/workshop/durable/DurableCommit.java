package workshop.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The commit of step 03, for files that have to outlive a power cut: when it returns, the content and the name are on the disk.
 * <p>
 * The order counts. The content comes first: a name that is on the disk before it would be that of an empty file.
 * <p>
 * Windows opens no directory (it fails as an {@link java.nio.file.AccessDeniedException}): the last line is for other systems.
 */
final class DurableCommit {
    private DurableCommit() {
    }

    /**
     * Makes a file visible under its own name, for good.
     *
     * @param staged    the file, with all its content
     * @param committed its own name, on the same file system
     * @throws IOException if the file can't be forced or moved: it is where it was, to be rolled back, and not to be forced
     *                     again, since the system may have dropped what it could not write. Or if the directory can't be
     *                     forced: the file is visible by then, and whether it outlives a power cut is open
     */
    // tag::commit[]
    static void commit(Path staged, Path committed) throws IOException {
        force(staged, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        Files.move(staged, committed, StandardCopyOption.ATOMIC_MOVE);
        force(committed.getParent(), StandardOpenOption.READ);
    }

    /** Brings to the disk what a file contains, or which names a directory has. */
    private static void force(Path path, OpenOption... how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
    // end::commit[]
}
