package workshop.companion.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandFailure;
import workshop.model.Digest;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.Git;
import workshop.model.source.SourceFiles;

/**
 * The starters as they were before anybody changed them.
 * <p>
 * A list names each file with the id that git gives to its content (git's documentation, "Git Internals - Git Objects").
 * Whatever has that id is the original: the copy that the first command of the workshop makes, or what git has, on whatever
 * branch and under whatever commits. Nobody can lose it unless it was changed before the first command of the workshop, outside
 * of git. Neither the copies nor git alone would do: the one may be made too late, the other does not tell the author's commits
 * from the learner's, and is not there in a download.
 */
public final class Starters {
    private static final String LIST = "/workshop/companion/starters.txt";

    private final Path root;
    private final Path copies;
    private final Git git;
    private final Map<String, String> ids = new TreeMap<>();

    /** The starters of a workshop, as this program's own list names them. */
    public Starters(Workshop workshop) {
        this(workshop.root(), Uncheck.get(() -> IOUtils.resourceToString(LIST, StandardCharsets.UTF_8)).lines().toList());
    }

    /** The starters that a list names, in lines as {@code git ls-files --stage} prints them. */
    Starters(Path root, List<String> lines) {
        this.root = root;
        this.copies = WorkFolder.in(root).resolve("starters");
        this.git = new Git(root);
        for (String line : lines) {
            String[] parts = line.split("[ \t]", 4);
            ids.put(parts[3], parts[1]);
        }
    }

    /** The list of the files that there are now. */
    static List<String> list(Workshop workshop) {
        var lines = new ArrayList<String>();
        for (Step step : workshop.steps()) {
            SourceFiles.in(step.starter(), "src").forEach((name, content) -> lines.add("100644 %s 0\t%s/%s".formatted(
                    id(SourceFiles.withPlainLineEnds(content)), step.folder(), name)));
        }
        return lines;
    }

    /** Copies the originals that are there now and were not copied before. */
    public void copy() {
        ids.forEach((name, id) -> {
            if (!Files.exists(copies.resolve(id))) {
                read(root.resolve(name), id).ifPresent(content -> write(copies.resolve(id), content));
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
                read(copies.resolve(id), id).or(() -> git.ask("cat-file", "blob", id)).ifPresentOrElse(
                        content -> sources.put(name.substring(folder.length()), content), () -> missing.add(name));
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
                .filter(source -> !id(SourceFiles.withPlainLineEnds(source.getValue()))
                        .equals(ids.get(step.folder() + "/" + source.getKey())))
                .map(source -> FilesUncheck.getLastModifiedTime(step.starter().resolve(source.getKey())))
                .max(Comparator.naturalOrder());
    }

    private static String id(byte[] content) {
        var digest = Digest.sha1();
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    /** A file, if it is there and has that id. */
    private static Optional<byte[]> read(Path file, String id) {
        try {
            return Optional.of(SourceFiles.withPlainLineEnds(Files.readAllBytes(file))).filter(content -> id(content).equals(id));
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
