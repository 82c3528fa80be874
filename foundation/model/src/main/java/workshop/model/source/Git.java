package workshop.model.source;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The git of this machine, asked in a folder.
 */
public record Git(Path folder) {
    /** What a command of git prints; nothing if it fails, or if there is no git. */
    public Optional<byte[]> ask(String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                    .directory(folder.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            byte[] printed = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no git
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
