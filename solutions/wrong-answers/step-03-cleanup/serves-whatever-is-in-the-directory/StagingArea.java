package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

import workshop.plumbing.launch.StartFailure;

/** Finds whatever has the name that is asked for. */
public final class StagingArea implements AutoCloseable {
    private static final String STAGING = ".staging";
    private static final String LOCK = "lock";

    private final Path directory;
    private final Path staging;
    private final FileChannel lock;

    private StagingArea(Path directory, Path staging, FileChannel lock) {
        this.directory = directory;
        this.staging = staging;
        this.lock = lock;
    }

    /**
     * Takes a directory into use.
     *
     * @param directory where the files go; it exists
     * @return the staging area, swept
     * @throws StartFailure if another server uses the directory, or {@code .staging} can't be written to
     */
    public static StagingArea open(Path directory) {
        Path staging = directory.resolve(STAGING);
        try {
            Files.createDirectories(staging);
            var lock = FileChannel.open(staging.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new StartFailure("workshop.directory", directory,
                                       "is in use by another server: stop that one, or name another directory");
            }
            sweep(staging);
            return new StagingArea(directory, staging, lock);
        } catch (IOException e) {
            throw new StartFailure("workshop.directory", directory,
                                   "has a %s that can't be used (%s): remove it, or name another directory".formatted(STAGING, e));
        }
    }

    /**
     * @return a file with a name of its own, of which nothing is written yet
     */
    public StagedFile newFile() {
        String id = UUID.randomUUID().toString();
        return new StagedFile(id, staging.resolve(id), directory.resolve(id));
    }

    Optional<Path> committed(String id) {
        return Optional.of(id).map(directory::resolve).filter(Files::isRegularFile);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // a server in this very process
        }
    }

    private static void sweep(Path staging) throws IOException {
        try (var left = Files.newDirectoryStream(staging, path -> !path.endsWith(LOCK))) {
            for (Path path : left) {
                Files.delete(path);
            }
        }
    }
}
