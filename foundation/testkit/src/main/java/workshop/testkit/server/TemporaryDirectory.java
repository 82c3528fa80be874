package workshop.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * A directory that is removed in the end, whatever is in it then. Where its process is killed before that, the next process
 * that makes one removes it.
 *
 * @param path where it is
 */
public record TemporaryDirectory(Path path) implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("workshop-(\\d{1,18})-.+");

    /** Makes a new one, under the JVM's temporary directory; an {@link UncheckedIOException} if there can be none. */
    public static TemporaryDirectory create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static TemporaryDirectory create(Path parent) {
        return Uncheck.get(() -> {
            var made = new TemporaryDirectory(Files.createTempDirectory(parent, "workshop-" + ProcessHandle.current().pid() + "-"));
            made.sweep();
            return made;
        });
    }

    /** Removes it, unless it is gone already; an {@link UncheckedIOException} if something can't be removed. */
    @Override
    public void close() {
        if (Files.notExists(path)) {
            return;
        }
        try (var tree = FilesUncheck.walk(path)) {
            tree.sorted(Comparator.reverseOrder()).forEach(FilesUncheck::deleteIfExists);
        }
    }

    /** Removes what is left beside it by processes that are gone. */
    private void sweep() throws IOException {
        try (var beside = Files.newDirectoryStream(path.getParent(), this::isLeft)) {
            for (Path left : beside) {
                new TemporaryDirectory(left).close();
            }
        } catch (UncheckedIOException | DirectoryIteratorException e) {
            // another process sweeps it at the same time: what is left then is the next one's to remove
        }
    }

    /** Only what is this user's own: nobody else can put anything into it, or lead from it to elsewhere. */
    private boolean isLeft(Path other) throws IOException {
        var name = NAME.matcher(other.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path));
    }
}
