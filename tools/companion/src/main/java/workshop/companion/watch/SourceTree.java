package workshop.companion.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The files of a folder as they are at one moment. Two moments are equal if nobody has saved anything in between, in
 * whatever way: in place, or as a new file that takes the place of the old one.
 *
 * @param files   each file with what changes when it is saved
 * @param folders all folders
 */
record SourceTree(Map<Path, Stamp> files, Set<Path> folders) {
    private record Stamp(FileTime time, long size, Object key) {
    }

    /** The folder as it is now; empty if it is absent. */
    static SourceTree of(Path folder) {
        var tree = new SourceTree(new HashMap<>(), new HashSet<>());
        try {
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, tree.new Look());
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Look extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folders.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (!name.startsWith(".") && !name.endsWith("~")) { // what editors put beside a file
                files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
            }
            return FileVisitResult.CONTINUE;
        }

        /** It was there a moment ago. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
