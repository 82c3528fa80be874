package workshop.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
record Listing(long since, Map<String, FileFact> staged, Map<String, FileFact> committed) {
    static final String STAGING = ".staging";

    private static final int SHORT = 4096;
    private static final int MOST = 2000;

    /**
     * Looks at a directory. A commit is one rename from {@code .staging} into the directory: because the look goes the
     * same way, no file is missed in between.
     */
    static Listing of(Path directory, long now) throws IOException {
        var staged = files(directory.resolve(STAGING));
        return new Listing(now, staged, files(directory));
    }

    private static Map<String, FileFact> files(Path directory) throws IOException {
        var files = new TreeMap<String, FileFact>();
        try (var paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                if (files.size() < MOST && Files.isRegularFile(path)) {
                    add(path, files);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // there is none yet, or no longer
        }
        return files;
    }

    private static void add(Path path, Map<String, FileFact> files) {
        try {
            long size = Files.size(path);
            int lines = size == 0 || size > SHORT
                    ? 0
                    : (int) new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).lines().count();
            files.put(path.getFileName().toString(), new FileFact(size, lines));
        } catch (IOException e) {
            // gone in this moment
        }
    }
}
