package workshop.companion.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * The starters as they were before anybody changed them.
 * <p>
 * A list names each file with the id that git gives to its content, as {@code git ls-files --stage} prints it. Whatever has
 * that id is the original: the learner's own file, a copy that was made before, or what git has, on whatever branch and
 * under whatever commits. Nobody can lose it unless it was changed before the first command of the workshop, outside of git.
 */
public final class Starters {
    private final Path root;
    private final Map<String, String> ids;
    private final Path copies;

    private Starters(Path root, Map<String, String> ids) {
        this.root = root;
        this.ids = ids;
        this.copies = WorkFolder.in(root).path().resolve("starters");
    }

    /**
     * @param workshop the workshop
     * @return its starters, as this program's own list names them
     */
    public static Starters of(Workshop workshop) {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Starters.class.getResourceAsStream("/workshop/companion/starters.txt")),
                StandardCharsets.UTF_8))) {
            return of(workshop.root(), list.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param root  the root of the workshop
     * @param lines as {@code git ls-files --stage} prints them
     * @return the starters
     */
    static Starters of(Path root, List<String> lines) {
        var ids = new TreeMap<String, String>();
        for (String line : lines) {
            String[] parts = line.split("\t", 2);
            ids.put(parts[1], parts[0].split(" ")[1]);
        }
        return new Starters(root, ids);
    }

    /** Copies the originals that are there now and were not copied before. */
    public void copy() {
        if (ids.values().stream().allMatch(id -> Files.exists(copies.resolve(id)))) {
            return;
        }
        ids.forEach((name, id) -> {
            Path copy = copies.resolve(id);
            if (!Files.exists(copy)) {
                own(name).filter(content -> BlobId.of(content).equals(id)).ifPresent(content -> write(copy, content));
            }
        });
    }

    /**
     * @return the names of the files, from the root, that are not the originals: changed, absent, or new
     */
    public List<String> different() {
        var names = new TreeSet<>(ids.keySet());
        for (Step step : Workshop.at(root).steps()) {
            SourceFiles.in(step.starter(), "src").keySet().forEach(name -> names.add(step.starter().getFileName() + "/" + name));
        }
        return names.stream()
                .filter(name -> own(name).filter(content -> BlobId.of(content).equals(ids.get(name))).isEmpty())
                .toList();
    }

    /**
     * @param step a step
     * @return the original sources of its starter, tests included
     * @throws StarterMissing if one of them can't be found
     */
    Map<String, byte[]> originals(Step step) {
        String folder = step.starter().getFileName() + "/";
        var sources = new LinkedHashMap<String, byte[]>();
        var missing = new ArrayList<String>();
        ids.forEach((name, id) -> {
            if (name.startsWith(folder + "src/")) {
                original(name, id).ifPresentOrElse(content -> sources.put(name.substring(folder.length()), content),
                                                   () -> missing.add(name));
            }
        });
        if (sources.isEmpty() || !missing.isEmpty()) {
            throw new StarterMissing(("The original of %s can't be found: it was changed before this command saw it, and git does"
                    + " not have it. Download the workshop again, and copy the folder from there.")
                    .formatted(missing.isEmpty() ? step.title() : String.join(", ", missing)));
        }
        return sources;
    }

    private Optional<byte[]> original(String name, String id) {
        List<Function<String, Optional<byte[]>>> places =
                List.of(any -> own(name), any -> read(copies.resolve(id)), any -> new GitObjects(root).read(id));
        return places.stream()
                .flatMap(place -> place.apply(id).stream())
                .filter(content -> BlobId.of(content).equals(id))
                .findFirst();
    }

    private Optional<byte[]> own(String name) {
        return read(root.resolve(name)).map(BlobId::withPlainLineEnds);
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there are other places to look
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), "new", null);
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
