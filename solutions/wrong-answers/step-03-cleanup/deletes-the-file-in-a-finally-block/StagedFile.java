package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file of one request, removed wherever it is by then. */
public final class StagedFile {
    private final String id;
    private final Path staged;
    private final Path committed;

    StagedFile(String id, Path staged, Path committed) {
        this.id = id;
        this.staged = staged;
        this.committed = committed;
    }

    /**
     * @return the name of the file once it is committed
     */
    public String id() {
        return id;
    }

    /**
     * @return where the file is until it is committed
     */
    public Path path() {
        return staged;
    }

    /**
     * Writes the content.
     *
     * @param content all of it
     * @throws IOException if the disk is full or the directory can't be written to; a part may be there
     */
    public void write(String content) throws IOException {
        Files.writeString(staged, content);
    }

    /**
     * Writes more, behind what is there. Several threads may do so at once.
     *
     * @param content some lines
     * @throws UncheckedIOException if the disk is full or the directory can't be written to; a part may be there
     */
    public void append(String content) {
        try {
            Files.writeString(staged, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the file visible under its own name.
     *
     * @throws IOException if it can't be moved: it is removed then
     */
    public void commit() throws IOException {
        try {
            Files.move(staged, committed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            rollBack();
            throw e;
        }
    }

    /**
     * Removes the file, whatever is there of it.
     *
     * @throws UncheckedIOException if it can't be removed: the next start of a server sweeps it
     */
    public void rollBack() {
        try {
            Files.deleteIfExists(staged);
            Files.deleteIfExists(committed);
        } catch (IOException e) {
            throw new UncheckedIOException("The staged file " + staged + " can't be removed", e);
        }
    }
}
