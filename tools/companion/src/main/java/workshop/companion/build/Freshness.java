package workshop.companion.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.apache.commons.io.file.FilesUncheck;

/**
 * Whether what was built is at least as new as what it was built from.
 */
final class Freshness {
    private Freshness() {
    }

    /** Whether a file that a build makes is there, and nothing has changed since in the files and folders that it is made from. */
    static boolean isFresh(Path built, List<Path> sources) {
        if (!Files.exists(built)) {
            return false;
        }
        FileTime time = FilesUncheck.getLastModifiedTime(built);
        return sources.stream().filter(Files::exists).noneMatch(source -> hasNewer(source, time));
    }

    /** A folder counts too: it changes when a file in it is removed. */
    private static boolean hasNewer(Path source, FileTime time) {
        try (var tree = FilesUncheck.find(source, Integer.MAX_VALUE,
                                          (path, attributes) -> attributes.lastModifiedTime().compareTo(time) > 0)) {
            return tree.findAny().isPresent();
        }
    }
}
