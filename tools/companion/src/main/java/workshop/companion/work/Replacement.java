package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.apache.commons.io.file.PathUtils;

import workshop.companion.CommandFailure;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.memory.ShownHints;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * Replaces the sources of a step, and keeps what was there before. If what is to come can't be found, nothing changes.
 */
public final class Replacement {
    private final Workshop workshop;
    private final Starters starters;

    public Replacement(Workshop workshop) {
        this(workshop, Starters.of(workshop));
    }

    Replacement(Workshop workshop, Starters starters) {
        this.workshop = workshop;
        this.starters = starters;
    }

    /** Begins a step anew, with the starter's sources and hints from the first; returns what was there before. */
    public KeptVersion byStarter(Step step) {
        KeptVersion kept = replace(step, starters.originals(step));
        new ShownHints(workshop.root()).forget(step);
        return kept;
    }

    /** Puts the solution there, with the starter's tests; returns what was there before. */
    public KeptVersion bySolution(Step step) {
        Map<String, byte[]> sources = starters.originals(step);
        sources.keySet().removeIf(name -> name.startsWith("src/main/"));
        sources.putAll(SolutionSources.of(step));
        return replace(step, sources);
    }

    private KeptVersion replace(Step step, Map<String, byte[]> sources) {
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
            if (folder ? PathUtils.isEmptyDirectory(path) : !sources.containsKey(SourceFiles.name(starter, path))) {
                Files.delete(path);
            }
        }
    }

    /** A file that is right already stays as it is: nothing that watches it has to look. */
    private static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(SourceFiles.withPlainLineEnds(Files.readAllBytes(file)), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file); // a link is replaced, and not what it leads to
        Files.write(file, content);
    }
}
