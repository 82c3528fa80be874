package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import workshop.plumbing.file.OwnFiles;

/**
 * The file of one request. It is written under {@code .staging}, where nobody looks for it, and appears in the directory
 * only once it is committed, by one atomic rename: never half a file, never one that nobody asked for.
 */
public class StagedFile implements Staged {
    private static final System.Logger LOGGER = System.getLogger(StagedFile.class.getName());

    private final String id;
    private final Path staged;
    private final Path committed;

    StagedFile(String id, Path staged, Path committed) {
        this.id = id;
        this.staged = staged;
        this.committed = committed;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Path path() {
        return staged;
    }

    @Override
    public void write(String content) throws IOException {
        OwnFiles.write(staged, content);
    }

    /**
     * @throws UncheckedIOException if the disk is full or the directory can't be written to; a part may be there
     */
    @Override
    public void append(String content) {
        try {
            OwnFiles.append(staged, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IOException if it can't be moved: it is removed then
     */
    @Override
    public void commit() throws IOException {
        try {
            Files.move(staged, committed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            rollBack();
            throw e;
        }
    }

    /**
     * Removes the file, whatever is there of it. If it can't be removed, the log says why: how the request ends is decided
     * already, and the next start of a server sweeps it.
     */
    @Override
    public void rollBack() {
        // TODO step 03, 3 of 4: remove the staged file, if it is there. If that fails, say so in the log: there is nobody to tell.
    }
}
