package workshop.companion.work;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

import workshop.model.Digest;

/**
 * The contents of files, by the id that git gives to them (git's documentation, "Git Internals - Git Objects"), whichever
 * commit they belong to. The id is our own to compute, since the workshop may be a download without git.
 */
record GitBlobs(Path root) {
    static String idOf(byte[] content) {
        var digest = Digest.sha1();
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    /** The content of an id; nothing if git does not have it, or there is no git. */
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
