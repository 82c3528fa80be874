package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Replaces the sources of a step, and keeps what was there before.
 */
public final class Replacement {
    private final Workshop workshop;
    private final Starters starters;

    /**
     * @param workshop the workshop
     */
    public Replacement(Workshop workshop) {
        this(workshop, Starters.of(workshop));
    }

    Replacement(Workshop workshop, Starters starters) {
        this.workshop = workshop;
        this.starters = starters;
    }

    /**
     * Replaces them by those of the starter.
     *
     * @param step the step
     * @return what was there before
     * @throws StarterMissing if the starter's sources can't be found; then nothing has changed
     */
    public KeptVersion byStarter(Step step) {
        return replace(step, starters.originals(step));
    }

    /**
     * Replaces them by those of the solution, and the tests by those of the starter.
     *
     * @param step the step
     * @return what was there before
     * @throws StarterMissing if the sources can't be found; then nothing has changed
     */
    public KeptVersion bySolution(Step step) {
        var sources = new LinkedHashMap<>(starters.originals(step));
        sources.keySet().removeIf(name -> name.startsWith("src/main/"));
        sources.putAll(Solution.of(step));
        return replace(step, sources);
    }

    private KeptVersion replace(Step step, Map<String, byte[]> sources) {
        starters.copy();
        KeptVersion kept = KeptVersion.of(workshop.root(), step);
        try {
            removeOthers(step.starter(), sources);
            for (var source : sources.entrySet()) {
                write(step.starter().resolve(source.getKey()), source.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be replaced as a whole; what you had is in %s"
                                                   .formatted(step.title(), kept.folder()), e);
        }
        new RememberedProgress(workshop).forget(step);
        return kept;
    }

    private static void removeOthers(Path starter, Map<String, byte[]> sources) throws IOException {
        Path top = starter.resolve("src");
        if (!Files.isDirectory(top)) {
            return;
        }
        List<Path> all;
        try (var tree = Files.walk(top)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (folder ? isEmpty(path) : !sources.containsKey(SourceFiles.name(starter, path))) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A file that is right already stays as it is: nothing that watches it has to look. */
    private static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(BlobId.withPlainLineEnds(Files.readAllBytes(file)), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file); // a link is replaced, and not what it leads to
        Files.write(file, content);
    }
}
