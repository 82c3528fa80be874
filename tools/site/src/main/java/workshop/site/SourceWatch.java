package workshop.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import workshop.model.source.FolderWatch;
import workshop.site.course.Tree;

/**
 * Notices changes in what the course is made of.
 */
final class SourceWatch {
    private static final Duration PERIOD = Duration.ofMillis(150);

    private final List<Path> sources;
    private final Semaphore changes = new Semaphore(0);

    SourceWatch(Tree tree) {
        sources = CourseSources.all(tree);
        FolderWatch.start(tree.root(), this::isSource, PERIOD, changes::release);
    }

    /** Waits until a source has changed. */
    void awaitChange() throws InterruptedException {
        changes.acquire();
        changes.drainPermits();
    }

    /** A source, or a folder on the way to one. */
    private boolean isSource(Path path) {
        return !path.endsWith("target") && sources.stream().anyMatch(source -> path.startsWith(source) || source.startsWith(path));
    }
}
