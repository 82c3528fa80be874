package workshop.companion.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether files can be written in the workshop.
 *
 * @param directory the root of the workshop
 */
record WriteCheck(Path directory) implements Check {
    private static final String SUBJECT = "write access";

    @Override
    public Finding run() {
        try {
            Files.delete(Files.createTempFile(directory, ".writable", null));
            return Finding.fine(SUBJECT, true, "to " + directory);
        } catch (IOException e) {
            return Finding.wrong(SUBJECT, true, "none to %s (%s)".formatted(directory, e.getClass().getSimpleName()),
                                 "Make it yours, or put the workshop into a folder of your own.");
        }
    }
}
