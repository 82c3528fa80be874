package workshop.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import workshop.model.source.FolderWatch;
import workshop.site.course.Tree;

/**
 * Notices changes in what the course is made of.
 */
final class SourceWatch {
    private static final Duration PERIOD = Duration.ofMillis(150);

    private final List<Path> sources = new ArrayList<>();
    private final Semaphore changes = new Semaphore(0);

    SourceWatch(Tree tree) {
        Stream.of("chapters", "diagrams", "images", "results", "sessions", "course.yaml").map(tree::docs).forEach(sources::add);
        Stream.of("pom.xml", "solutions").map(tree.root()::resolve).forEach(sources::add);
        tree.steps().forEach(step -> sources.add(step.starter()));
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
