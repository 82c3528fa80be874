package workshop.site.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import workshop.site.plan.Tree;

/**
 * Notices changes in what the course is made of. It looks twice a second, which works the same on all systems.
 */
public final class SourceWatch {
    private static final long PERIOD_MILLIS = 500;

    private final List<Path> sources = new ArrayList<>();
    private long state;

    /**
     * @param tree where the sources are
     * @throws IOException if they can't be looked at
     */
    public SourceWatch(Tree tree) throws IOException {
        Stream.of("chapters", "diagrams", "images", "results", "sessions", "course.yaml").map(tree.docs()::resolve)
                .forEach(sources::add);
        sources.add(tree.root().resolve("pom.xml"));
        sources.add(tree.root().resolve("solutions"));
        tree.steps().forEach(step -> sources.add(step.starter()));
        state = state();
    }

    /**
     * Waits until a source has changed.
     *
     * @throws IOException          if the sources can't be looked at
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitChange() throws IOException, InterruptedException {
        long before = state;
        while (state == before) {
            Thread.sleep(PERIOD_MILLIS);
            state = state();
        }
    }

    private long state() throws IOException {
        long sum = 0;
        for (Path source : sources) {
            if (Files.exists(source)) {
                try (var files = Files.find(source, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile())) {
                    for (Path file : files.filter(each -> !each.toString().contains("target")).toList()) {
                        sum = 31 * sum + file.hashCode() + Files.getLastModifiedTime(file).toMillis();
                    }
                }
            }
        }
        return sum;
    }
}
