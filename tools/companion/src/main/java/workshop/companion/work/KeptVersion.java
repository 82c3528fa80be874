package workshop.companion.work;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.memory.WorkFolder;
import workshop.model.Step;

/**
 * A copy of what a learner had in a step: every file but what is built. Nothing of this program ever removes it.
 *
 * @param folder where it is
 */
public record KeptVersion(Path folder) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    /** Keeps all that is there now; fails if not everything can be copied. */
    static KeptVersion of(Path root, Step step) {
        Path parent = WorkFolder.in(root).resolve("kept").resolve(step.id());
        String name = LocalDateTime.now().format(NAME);
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        Path built = step.starter().resolve("target");
        Path copy = folder;
        Uncheck.run(() -> FileUtils.copyDirectory(
                step.starter().toFile(), copy.toFile(), file -> !file.toPath().equals(built), true,
                StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
        return new KeptVersion(copy);
    }
}
