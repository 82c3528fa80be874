package workshop.lab.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be seen of a file.
 *
 * @param size  in bytes
 * @param lines how many lines it has, as far as it is short; in step 04 each part of the work writes one
 */
record ListedFile(long size, int lines) {
    private static final int SHORT = 4096;

    /** Looks at a file; nothing if it is gone in this moment. */
    static Optional<ListedFile> of(Path path) {
        try {
            long size = Files.size(path);
            int lines = size > SHORT ? 0 : Files.readAllLines(path, StandardCharsets.ISO_8859_1).size();
            return Optional.of(new ListedFile(size, lines));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
