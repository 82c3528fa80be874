package workshop.plumbing.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads and writes files below a directory that others may write to as well: never through a symbolic link that somebody has put
 * in the place of a file, so that what it points to is neither shown nor changed.
 */
public final class OwnFiles {
    private OwnFiles() {
    }

    /**
     * Writes a file, in place of what was in it.
     *
     * @param file where
     * @param text its whole content
     * @throws IOException if it is a link, or can't be written; a part may be there
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Writes behind what is in a file, or makes it. Several threads may do so at once.
     *
     * @param file where
     * @param text what to add
     * @throws IOException if it is a link, or can't be written; a part may be there
     */
    public static void append(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.APPEND);
    }

    /**
     * Reads a file.
     *
     * @param file where
     * @return its content, as UTF-8
     * @throws IOException if it is a link, or can't be read
     */
    public static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * @param path a place
     * @return whether a file is there, and no link to one
     */
    public static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(Path file, String text, OpenOption how) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how, LinkOption.NOFOLLOW_LINKS);
    }
}
