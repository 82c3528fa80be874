package workshop.lab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server's directory has in it at one moment.
 *
 * @param since     when the look at it began, in the feed's time
 * @param staged    the files under {@code .staging}, by name
 * @param committed the files in the directory itself, by name
 */
record DirectoryListing(long since, Map<String, ListedFile> staged, Map<String, ListedFile> committed) {
    static final String STAGING = ".staging";

    private static final int MOST = 2000;

    static DirectoryListing empty(long now) {
        return new DirectoryListing(now, Map.of(), Map.of());
    }

    /**
     * Looks at a directory. A commit is one rename from {@code .staging} into the directory: because the look goes the
     * same way, no file is missed in between.
     */
    static DirectoryListing of(Path directory, long now) throws IOException {
        var staged = files(directory.resolve(STAGING));
        return new DirectoryListing(now, staged, files(directory));
    }

    private static Map<String, ListedFile> files(Path directory) throws IOException {
        var files = new TreeMap<String, ListedFile>();
        try (var paths = Files.list(directory)) {
            paths.filter(Files::isRegularFile).limit(MOST)
                    .forEach(path -> ListedFile.of(path).ifPresent(file -> files.put(path.getFileName().toString(), file)));
        } catch (NoSuchFileException | NotDirectoryException e) {
            // there is none yet, or no longer
        }
        return files;
    }
}
