package workshop.companion.step;

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

    /**
     * @param built   a file that a build makes
     * @param sources files and folders that it is made from
     * @return whether the file is there, and nothing in the sources has changed since
     * @throws UncheckedIOException if the sources can't be read
     */
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
