package workshop.companion.work;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What git has stored, whichever commit it belongs to.
 *
 * @param root the root of the workshop
 */
record GitObjects(Path root) {
    /**
     * @param id of the content of a file
     * @return the content; nothing if git does not have it, or there is no git
     */
    Optional<byte[]> read(String id) {
        try {
            Process git = new ProcessBuilder("git", "cat-file", "blob", id)
                    .directory(root.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            byte[] content = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no git
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
