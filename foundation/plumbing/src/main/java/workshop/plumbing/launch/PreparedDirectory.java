package workshop.plumbing.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The directory that the files go to: created if absent, proven to be writable, and gone again if the server does not
 * start after all.
 */
final class PreparedDirectory {
    private final Deque<Path> created = new ArrayDeque<>();

    /**
     * Makes the directory ready to write to.
     *
     * @param directory an absolute path
     * @param isDefault whether nobody has named it. Its name can be guessed, and everybody may write where it is: it is for its
     *                  owner alone then, and nobody else can have prepared it
     * @throws StartFailure if it can't be created or written to, or belongs to somebody else; whatever this call created is gone
     *                      then
     */
    static PreparedDirectory prepare(Path directory, boolean isDefault) {
        var prepared = new PreparedDirectory();
        try {
            prepared.create(directory, isDefault);
            if (isDefault && !isOwn(directory)) {
                throw new StartFailure("workshop.directory", directory, "belongs to somebody else (%s): name a directory of your own"
                        .formatted(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).getName()));
            }
            Files.delete(Files.createTempFile(directory, ".writable", null));
            return prepared;
        } catch (IOException e) {
            prepared.removeCreated();
            throw new StartFailure("workshop.directory", directory, e instanceof FileAlreadyExistsException
                    ? "is not a directory, or has a file among its parents: name a directory to write to"
                    : "can't be written to (%s): name another directory".formatted(e.getClass().getSimpleName()));
        }
    }

    /** Removes the directories that {@link #prepare} created, as far as they are empty. */
    void removeCreated() {
        while (!created.isEmpty()) {
            try {
                Files.deleteIfExists(created.pop());
            } catch (IOException e) {
                return; // somebody else put something there: it stays
            }
        }
    }

    private void create(Path directory, boolean forOwnerAlone) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (directory.getParent() != null) {
            create(directory.getParent(), false);
        }
        Files.createDirectory(directory, forOwnerAlone && directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0]);
        created.push(directory);
    }

    /** Whether it is a directory, and not a link to one, and belongs to whoever owns a file that this process makes. */
    private static boolean isOwn(Path directory) throws IOException {
        Path own = Files.createTempFile(directory.getParent(), "owner", null);
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
        } finally {
            Files.delete(own);
        }
    }
}
