package workshop.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a test sees of the directory of a server of step 03 or 04.
 *
 * @param path the directory
 */
public record Directory(Path path) {
    /**
     * @return the files that can be seen
     */
    public List<Path> committed() {
        return files(path);
    }

    /**
     * @return the files of requests in flight, and what they may have left; not the lock
     */
    public List<Path> staged() {
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
