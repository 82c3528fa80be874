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
 * in the place of a file, so that what it points to is neither shown nor changed. An {@link IOException} tells of a link as of a file
 * that can't be read or written; of what was to be written, a part may be there then. Text is UTF-8.
 */
public final class OwnFiles {
    private OwnFiles() {
    }

    /** Writes a file, in place of what was in it. */
    public static void write(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes behind what is in a file, or makes it. Several threads may do so at once. */
    public static void append(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.APPEND);
    }

    public static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whether a file is there, and no link to one. */
    public static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(Path file, String text, OpenOption how) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how, LinkOption.NOFOLLOW_LINKS);
    }
}
