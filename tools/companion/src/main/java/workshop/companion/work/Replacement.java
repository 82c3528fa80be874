package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.RememberedProgress;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * Replaces the sources of a step, keeps what was there before, and says how to get it back: a copy of every file but what is
 * built, which nothing of this program ever removes. If what is to come can't be found, that is a {@link CommandFailure}, and
 * nothing changes.
 */
public final class Replacement {
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Workshop workshop;
    private final Starters starters;

    public Replacement(Workshop workshop) {
        this(workshop, new Starters(workshop));
    }

    Replacement(Workshop workshop, Starters starters) {
        this.workshop = workshop;
        this.starters = starters;
    }

    /** Begins a step anew, with the starter's sources and hints from the first; returns where what was there before is kept. */
    public Path byStarter(Step step, Screen screen) {
        Path kept = replace(step, starters.originals(step));
        new ShownHints(step).forget();
        tell(screen, step, "the starter again", kept);
        return kept;
    }

    /** Puts the solution there, with the starter's tests; returns where what was there before is kept. */
    public Path bySolution(Step step, Screen screen) {
        Map<String, byte[]> sources = starters.originals(step);
        sources.keySet().removeIf(name -> name.startsWith("src/main/"));
        sources.putAll(new Solution(step).sources());
        Path kept = replace(step, sources);
        tell(screen, step, "the solution", kept);
        return kept;
    }

    private Path replace(Step step, Map<String, byte[]> sources) {
        Path kept = keep(step);
        try {
            removeOthers(step.starter(), sources);
            for (var source : sources.entrySet()) {
                Path file = step.starter().resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.deleteIfExists(file); // a link is replaced, and not what it leads to
                Files.write(file, source.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be replaced as a whole; what you had is in %s".formatted(step.title(), kept), e);
        }
        new RememberedProgress(workshop).forget(step);
        return kept;
    }

    /** Fails if not everything can be copied. */
    private Path keep(Step step) {
        Path parent = WorkFolder.in(workshop.root()).resolve("kept").resolve(step.id());
        String name = LocalDateTime.now().format(NOW);
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        copy(step.starter(), step.starter().resolve("target"), folder);
        return folder;
    }

    private static void copy(Path starter, Path built, Path folder) {
        FilesUncheck.createDirectories(folder.getParent());
        try (var tree = FilesUncheck.walk(starter)) {
            tree.filter(path -> !path.startsWith(built)).forEach(path -> FilesUncheck.copy(
                    path, folder.resolve(starter.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void removeOthers(Path starter, Map<String, byte[]> sources) throws IOException {
        List<Path> all;
        try (var tree = Files.walk(Files.createDirectories(starter.resolve("src")))) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (folder ? PathUtils.isEmptyDirectory(path) : !sources.containsKey(SourceFiles.name(starter, path))) {
                Files.delete(path);
            }
        }
    }

    private void tell(Screen screen, Step step, String what, Path kept) {
        Path from = workshop.root().relativize(kept);
        screen.wrapped("", "%s is now %s.".formatted(step.title(), what));
        screen.wrapped("", "What you had is kept in " + from);
        screen.wrapped("", "To get it back, copy it over, in %s:".formatted(workshop.root()));
        String separator = from.getFileSystem().getSeparator();
        screen.line((separator.equals("\\") ? "  robocopy /e %s %s%ssrc" : "  cp -R %s %s%s").formatted(
                from.resolve("src"), step.folder(), separator));
    }
}
