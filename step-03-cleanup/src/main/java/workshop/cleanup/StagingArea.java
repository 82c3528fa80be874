package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import workshop.plumbing.file.OwnFiles;
import workshop.plumbing.launch.StartFailure;

/**
 * The directory of the files and, in it, {@code .staging}: what requests in flight have written. Both are on one file
 * system, so that a commit is one atomic rename.
 * <p>
 * One server uses a directory at a time: a lock in {@code .staging} says so, and the operating system releases it when the
 * server's process ends, however it ends. Whoever holds the lock knows that nothing else in {@code .staging} belongs to
 * anybody, and sweeps it: it is what a killed server left.
 */
public final class StagingArea implements AutoCloseable {
    private static final String STAGING = ".staging";
    private static final String LOCK = "lock";
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The staging areas that servers of this process have open. */
    private static final Set<Path> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path staging;
    private final Path key;
    private final FileChannel lock;
    private final boolean created;
    private volatile boolean used;

    private StagingArea(Path directory, Path staging, Path key, FileChannel lock, boolean created) {
        this.directory = directory;
        this.staging = staging;
        this.key = key;
        this.lock = lock;
        this.created = created;
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
            boolean created = create(staging);
            Path key = staging.toRealPath();
            // a second channel to the lock, and be it closed at once, would release it for other processes (POSIX)
            FileChannel lock = OF_THIS_PROCESS.add(key) ? lock(staging.resolve(LOCK), key) : null;
            if (lock == null) {
                throw new StartFailure("workshop.directory", directory,
                                       "is in use by another server: stop that one, or name another directory");
            }
            var area = new StagingArea(directory, staging, key, lock, created);
            try {
                area.sweep();
            } catch (IOException | RuntimeException e) {
                area.close();
                throw e;
            }
            return area;
        } catch (IOException e) {
            throw new StartFailure("workshop.directory", directory,
                                   "has a %s that can't be used (%s): remove it, or name another directory".formatted(STAGING, e));
        }
    }

    /**
     * @return a file with a name of its own, of which nothing is written yet
     */
    public StagedFile newFile() {
        used = true;
        String id = UUID.randomUUID().toString();
        return new StagedFile(id, staging.resolve(id), directory.resolve(id));
    }

    /**
     * @return whether a text has the form of an id, so that it names something that a request may have made, and no path
     */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    Optional<Path> committed(String id) {
        return Optional.of(id).filter(StagingArea::isId).map(directory::resolve).filter(OwnFiles::isFile);
    }

    /** Lets other servers use the directory. What this one has made, and nobody has used, is gone then. */
    @Override
    public synchronized void close() {
        if (!lock.isOpen()) {
            return;
        }
        try (lock) {
            if (created && !used) {
                Files.deleteIfExists(staging.resolve(LOCK));
                Files.deleteIfExists(staging);
            }
        } catch (DirectoryNotEmptyException e) {
            // somebody has put something there: it stays
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OF_THIS_PROCESS.remove(key);
        }
    }

    /** Creates the folder, unless it is there. A link in its place leads elsewhere, and is none. */
    private static boolean create(Path staging) throws IOException {
        if (Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.createDirectory(staging);
        return true;
    }

    /** Takes the lock; {@code null} if another process has it. */
    private static FileChannel lock(Path file, Path key) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            locked = channel.tryLock() != null;
            return locked ? channel : null;
        } finally {
            if (!locked) {
                OF_THIS_PROCESS.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(staging, path -> !path.endsWith(LOCK))) {
            for (Path path : left) {
                Files.delete(path);
            }
        }
    }
}
