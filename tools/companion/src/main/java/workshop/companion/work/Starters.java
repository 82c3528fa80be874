package workshop.companion.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandFailure;
import workshop.companion.memory.WorkFolder;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * The starters as they were before anybody changed them.
 * <p>
 * A list names each file with the id that git gives to its content. Whatever has that id is the original: the copy that the
 * first command of the workshop makes, or what git has, on whatever branch and under whatever commits. Nobody can lose it
 * unless it was changed before the first command of the workshop, outside of git. Neither the copies nor git alone would do:
 * the one may be made too late, the other does not tell the author's commits from the learner's.
 */
public final class Starters {
    private static final String LIST = "/workshop/companion/starters.txt";

    private final Path root;
    private final Map<String, String> ids;
    private final Path copies;

    private Starters(Path root, Map<String, String> ids) {
        this.root = root;
        this.ids = ids;
        this.copies = WorkFolder.in(root).resolve("starters");
    }

    /** The starters of a workshop, as this program's own list names them. */
    public static Starters of(Workshop workshop) {
        String list = Uncheck.get(() -> IOUtils.resourceToString(LIST, StandardCharsets.UTF_8));
        return of(workshop.root(), list.lines().toList());
    }

    /** The starters that a list names, in lines as {@code git ls-files --stage} prints them. */
    static Starters of(Path root, List<String> lines) {
        var ids = new TreeMap<String, String>();
        for (String line : lines) {
            String[] parts = line.split("\t", 2);
            ids.put(parts[1], parts[0].split(" ")[1]);
        }
        return new Starters(root, ids);
    }

    /** The list of the files that there are now. */
    static List<String> list(Workshop workshop) {
        var lines = new ArrayList<String>();
        for (Step step : workshop.steps()) {
            SourceFiles.in(step.starter(), "src").forEach((name, content) -> lines.add("100644 %s 0\t%s/%s".formatted(
                    GitBlobs.idOf(SourceFiles.withPlainLineEnds(content)), step.starter().getFileName(), name)));
        }
        return lines;
    }

    /** Copies the originals that are there now and were not copied before. */
    public void copy() {
        ids.forEach((name, id) -> {
            Path copy = copies.resolve(id);
            if (!Files.exists(copy)) {
                read(root.resolve(name))
                        .map(SourceFiles::withPlainLineEnds)
                        .filter(content -> GitBlobs.idOf(content).equals(id))
                        .ifPresent(content -> write(copy, content));
            }
        });
    }

    /** The original sources of a step's starter, tests included; a {@link CommandFailure} if one of them can't be found. */
    Map<String, byte[]> originals(Step step) {
        copy();
        String folder = step.folder() + "/";
        var sources = new LinkedHashMap<String, byte[]>();
        var missing = new ArrayList<String>();
        ids.forEach((name, id) -> {
            if (name.startsWith(folder)) {
                original(id).ifPresentOrElse(content -> sources.put(name.substring(folder.length()), content),
                                             () -> missing.add(name));
            }
        });
        if (sources.isEmpty() || !missing.isEmpty()) {
            throw new CommandFailure(("The original of %s can't be found: it was changed before this command saw it, and git does"
                    + " not have it. Download the workshop again, and copy the folder from there.")
                    .formatted(missing.isEmpty() ? step.title() : String.join(", ", missing)));
        }
        return sources;
    }

    /** When the code of a step was changed last; nothing if it is the starter's. */
    Optional<FileTime> changed(Step step) {
        return SourceFiles.in(step.starter(), "src/main").entrySet().stream()
                .filter(source -> !GitBlobs.idOf(SourceFiles.withPlainLineEnds(source.getValue()))
                        .equals(ids.get(step.folder() + "/" + source.getKey())))
                .map(source -> FilesUncheck.getLastModifiedTime(step.starter().resolve(source.getKey())))
                .max(Comparator.naturalOrder());
    }

    private Optional<byte[]> original(String id) {
        return read(copies.resolve(id))
                .filter(content -> GitBlobs.idOf(content).equals(id))
                .or(() -> new GitBlobs(root).read(id));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there are other places to look
        }
    }

    private static void write(Path file, byte[] content) {
        FilesUncheck.createDirectories(file.getParent());
        Path written = FilesUncheck.createTempFile(file.getParent(), "new", null);
        FilesUncheck.write(written, content);
        FilesUncheck.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
