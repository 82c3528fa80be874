package workshop.companion.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Whether what was built is at least as new as what it was built from.
 */
final class Freshness {
    private Freshness() {
    }

    /** Whether a file that a build makes is there, and nothing has changed since in the files and folders that it is made from. */
    static boolean isFresh(Path built, List<Path> sources) {
        try {
            if (!Files.exists(built)) {
                return false;
            }
            FileTime time = Files.getLastModifiedTime(built);
            for (Path source : sources) {
                if (hasNewer(source, time)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder counts too: it changes when a file in it is removed. */
    private static boolean hasNewer(Path source, FileTime time) throws IOException {
        if (!Files.exists(source)) {
            return false;
        }
        try (var tree = Files.find(source, Integer.MAX_VALUE,
                                   (path, attributes) -> attributes.lastModifiedTime().compareTo(time) > 0)) {
            return tree.findAny().isPresent();
        }
    }
}
