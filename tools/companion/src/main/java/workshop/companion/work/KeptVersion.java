package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import workshop.model.Step;

/**
 * A copy of what a learner had in a step: every file but what is built. Nothing of this program ever removes it.
 *
 * @param folder where it is
 */
public record KeptVersion(Path folder) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    /**
     * Keeps what is there now.
     *
     * @param root the root of the workshop
     * @param step the step
     * @return the copy, complete
     * @throws UncheckedIOException if not everything can be copied
     */
    static KeptVersion of(Path root, Step step) {
        Path parent = WorkFolder.in(root).path().resolve("kept").resolve(step.id());
        String name = LocalDateTime.now().format(NAME);
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        try {
            Files.createDirectories(folder);
            Files.walkFileTree(step.starter(), new Copy(step.starter(), folder));
            return new KeptVersion(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        private Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(from.resolve("target"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }
    }
}
