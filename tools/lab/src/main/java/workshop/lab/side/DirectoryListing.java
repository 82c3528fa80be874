package workshop.lab.side;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.helidon.json.JsonObject;

/**
 * What a server's directory has in it at one moment.
 *
 * @param since when the look at it began, in the feed's time
 * @param files what can be seen of them, by name: first those under {@code .staging}, then those in the directory itself
 */
record DirectoryListing(long since, Map<String, ListedFile> files) {
    static final String STAGING = ".staging";

    private static final int MOST = 2000;
    private static final int MOST_SHOWN = 40;
    private static final int SHORT = 4096;

    /** The size is in bytes; the lines are counted as far as a file is short: in step 04 each part of the work writes one. */
    record ListedFile(boolean staged, long size, int lines) {
    }

    /**
     * Looks at a directory. A commit is one rename from {@code .staging} into the directory: because the look goes the
     * same way, no file is missed in between.
     */
    static DirectoryListing of(Path directory, long now) throws IOException {
        var files = new LinkedHashMap<String, ListedFile>();
        look(directory.resolve(STAGING), true, files);
        look(directory, false, files);
        return new DirectoryListing(now, files);
    }

    private static void look(Path directory, boolean staged, SequencedMap<String, ListedFile> files) throws IOException {
        try (var paths = Files.list(directory)) {
            paths.filter(Files::isRegularFile).limit(MOST).sorted().forEach(path -> add(path, staged, files));
        } catch (NoSuchFileException | NotDirectoryException e) {
            // there is none yet, or no longer
        }
    }

    private static void add(Path path, boolean staged, SequencedMap<String, ListedFile> files) {
        try {
            long size = Files.size(path);
            int lines = size > SHORT ? 0 : Files.readAllLines(path, StandardCharsets.ISO_8859_1).size();
            files.putLast(path.getFileName().toString(), new ListedFile(staged, size, lines));
        } catch (IOException e) {
            // it is gone in this moment
        }
    }

    /** As the pages see it: each file with those of the requests that have written it. */
    JsonObject.Builder toJson(List<ObservedRequest> requests) {
        return JsonObject.builder()
                .setValues("files", files.entrySet().stream().limit(MOST_SHOWN)
                        .map(file -> toJson(file.getKey(), file.getValue(), requests)).toList())
                .set("more", Math.max(0, files.size() - MOST_SHOWN));
    }

    private static JsonObject toJson(String name, ListedFile file, List<ObservedRequest> requests) {
        var writers = requests.stream()
                .filter(request -> name.equals(request.file) && !request.has(Moment.REMOVED))
                .sorted(Comparator.comparingLong(request -> request.at(Moment.WRITTEN)))
                .toList();
        return JsonObject.builder()
                .set("name", name)
                .set("staged", file.staged())
                .set("size", file.size())
                .set("writes", writers.size())
                .set("request", writers.isEmpty() ? 0 : writers.getLast().number)
                .set("garbage", (int) writers.stream().filter(ObservedRequest::leavesGarbage).count())
                .build();
    }
}
