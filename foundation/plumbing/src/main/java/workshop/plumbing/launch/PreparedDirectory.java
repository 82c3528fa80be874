package workshop.plumbing.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The directory that the files go to: created if absent, proven to be writable, and gone again if the server does not
 * start after all.
 */
final class PreparedDirectory {
    private final Deque<Path> created = new ArrayDeque<>();

    private PreparedDirectory() {
    }

    /**
     * Makes the directory ready to write to.
     *
     * @param directory an absolute path
     * @throws StartFailure if it can't be created or written to; whatever this call created is gone then
     */
    static PreparedDirectory prepare(Path directory) {
        var prepared = new PreparedDirectory();
        try {
            prepared.create(directory);
            Files.delete(Files.createTempFile(directory, ".writable", null));
            return prepared;
        } catch (FileAlreadyExistsException e) {
            prepared.removeCreated();
            throw new StartFailure("workshop.directory", directory, "is not a directory, or has a file among its parents:"
                    + " name a directory to write to");
        } catch (IOException e) {
            prepared.removeCreated();
            throw new StartFailure("workshop.directory", directory, "can't be written to (%s): name another directory"
                    .formatted(e.getClass().getSimpleName()));
        }
    }

    /**
     * Removes the directories that {@link #prepare(Path)} created, as far as they are empty.
     */
    void removeCreated() {
        while (!created.isEmpty()) {
            try {
                Files.deleteIfExists(created.pop());
            } catch (IOException e) {
                return; // somebody else put something there: it stays
            }
        }
    }

    private void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (directory.getParent() != null) {
            create(directory.getParent());
        }
        Files.createDirectory(directory);
        created.push(directory);
    }
}
