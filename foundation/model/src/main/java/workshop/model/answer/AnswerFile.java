package workshop.model.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import workshop.model.Step;

/**
 * The file of an answer: a head for a reader, {@code key: value}, and below it the difference for {@code git apply}, which
 * skips the head. A value goes on in the next line if that begins with a space.
 *
 * @param path    where it is
 * @param head    its lines above the difference
 * @param changes the difference, source by source
 */
public record AnswerFile(Path path, List<String> head, List<Change> changes) {
    private static final String SUFFIX = ".patch";
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+):(.*)");

    /**
     * The files of answers in a folder.
     *
     * @param folder the folder; it may be absent
     * @return the files in it, in the order of their names
     * @throws UnusableAnswerException if there is another file among them, which would be overlooked
     */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().map(AnswerFile::checked).toList();
        } catch (IOException e) {
            throw new UnusableAnswerException("%s can't be read (%s): the answers to a step are there".formatted(folder, e), e);
        }
    }

    /**
     * Reads one.
     *
     * @param step the step that it answers
     * @param path the file
     * @return what it says
     * @throws UnusableAnswerException if it can't be read, or changes no source of the step's solution
     */
    public static AnswerFile read(Step step, Path path) {
        try {
            List<String> lines = Files.readAllLines(path);
            int below = (int) lines.stream().takeWhile(line -> !line.startsWith("--- ") && !line.startsWith("diff ")).count();
            List<Change> changes = Change.all(step, path, lines.subList(below, lines.size()));
            if (changes.isEmpty()) {
                throw new UnusableAnswerException(("%s: there is no difference. Below the head, put what 'git diff' prints when"
                                                           + " the answer is in place of the solution").formatted(path));
            }
            return new AnswerFile(path, lines.subList(0, below), changes);
        } catch (IOException e) {
            throw new UnusableAnswerException("%s can't be read (%s): restore it, or write it anew".formatted(path, e), e);
        }
    }

    /**
     * What its head says.
     *
     * @param keys the keys that it has, each once
     * @return the value of each
     * @throws UnusableAnswerException if one of them is absent, or there are others
     */
    public Map<String, String> values(Set<String> keys) {
        var values = new LinkedHashMap<String, String>();
        String key = null;
        for (String line : head) {
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                key = entry.group(1);
                if (values.putIfAbsent(key, entry.group(2).strip()) != null) {
                    throw new UnusableAnswerException("%s: the head has '%s' twice. Keep one".formatted(path, key));
                }
            } else if (key != null && line.startsWith(" ")) {
                values.merge(key, line.strip(), (begun, more) -> "%s %s".formatted(begun, more).strip());
            } else if (!line.isBlank()) {
                throw new UnusableAnswerException(("%s: '%s' has no key. Begin the line with one of %s and a colon, or with a"
                                                           + " space if it goes on with the line above")
                                                          .formatted(path, line, new TreeSet<>(keys)));
            }
        }
        values.values().removeIf(String::isEmpty);
        if (!values.keySet().equals(keys)) {
            throw new UnusableAnswerException("%s: its head has values for the keys %s. Give it one for each of %s, and no other"
                                                      .formatted(path, new TreeSet<>(values.keySet()), new TreeSet<>(keys)));
        }
        return values;
    }

    /**
     * The lines of the file as they should be: the head, and below it the difference with the fewest lines around it that tell
     * where it belongs.
     *
     * @return the lines
     * @throws UnusableAnswerException if the difference does not fit the solution
     */
    public List<String> plain() {
        return Stream.concat(head.stream(), changes.stream().flatMap(change -> change.plain().stream())).toList();
    }

    /**
     * The same answer to the solution as it is now, if that still has every line that it changes, once and wherever.
     *
     * @return the answer with its difference up to date
     * @throws UnusableAnswerException if the solution has not, so that only a person can tell what the answer would be now
     */
    public AnswerFile upToDate() {
        return new AnswerFile(path, head, changes.stream().map(Change::upToDate).toList());
    }

    /**
     * @param path an answer's file
     * @return what the answer does, such as {@code looks-then-writes}
     */
    public static String name(Path path) {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private static Path checked(Path path) {
        if (!path.toString().endsWith(SUFFIX)) {
            throw new UnusableAnswerException("%s is no answer: each is one file, named for what it does, like looks-then-writes%s"
                                                      .formatted(path, SUFFIX));
        }
        return path;
    }
}
