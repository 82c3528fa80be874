package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A server's directory, which the lab makes and removes.
 */
record Directory(Path path) {
    /** Removes the directory, whatever is in it. */
    void remove() {
        if (!Files.exists(path)) {
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
