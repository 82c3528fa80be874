package workshop.bench.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A temporary directory for one server's files.
 *
 * @param path where it is
 */
record TemporaryDirectory(Path path) implements AutoCloseable {
    static TemporaryDirectory create() throws IOException {
        var directory = new TemporaryDirectory(Files.createTempDirectory("bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(directory::close)); // after Ctrl-C
        return directory;
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        if (Files.notExists(path)) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
