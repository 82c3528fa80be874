package workshop.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a test sees of a server's directory.
 */
record Directory(Path path) {
    /** The files that can be seen. */
    List<Path> committed() {
        return files(path);
    }

    /** The files of requests in flight, and what they may have left; not the lock. */
    List<Path> staged() {
        return files(path.resolve(".staging")).stream().filter(file -> !file.endsWith("lock")).toList();
    }

    private static List<Path> files(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
