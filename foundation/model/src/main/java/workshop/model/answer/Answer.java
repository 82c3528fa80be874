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
 * An answer to a step that is not its solution. Its file has a head for a reader, {@code key: value}, and below it the difference
 * from the solution for {@code git apply}, which skips the head. A value goes on in the next line if that begins with a space.
 *
 * @param file    where it is kept
 * @param head    the lines above the difference
 * @param changes the difference, source by source
 */
public record Answer(Path file, List<String> head, List<Change> changes) {
    private static final Set<String> KEYS_OF_A_WRONG_ONE = Set.of("belief", "why", "caught-by", "message");
    private static final Set<String> KEYS_OF_A_RIGHT_ONE = Set.of("style", "why");
    private static final String SUFFIX = ".patch";
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+):(.*)");

    /** The files of answers in a folder, in the order of their names, if it is there. Another file is refused: it would be overlooked. */
    public static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().map(Answer::checked).toList();
        } catch (IOException e) {
            throw new UnusableAnswerException("%s can't be read (%s): the answers to a step are there".formatted(folder, e), e);
        }
    }

    /** The wrong answers to a step, in the order of their names: each looks right and is not. */
    public static List<Answer> wrong(Step step) {
        return filesIn(step.wrongAnswers()).stream().map(file -> wrong(step, file)).toList();
    }

    /** A wrong answer to a step; an {@link UnusableAnswerException} if it can't be read, or its head is not whole. */
    public static Answer wrong(Step step, Path file) {
        return read(step, file).whole(KEYS_OF_A_WRONG_ONE);
    }

    /** A right answer to a step, in another style than the solution: like {@link #wrong(Step, Path)}. */
    public static Answer right(Step step, Path file) {
        return read(step, file).whole(KEYS_OF_A_RIGHT_ONE);
    }

    /** Any answer to a step; an {@link UnusableAnswerException} if it can't be read, or changes no source of the solution. */
    public static Answer read(Step step, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            int below = (int) lines.stream().takeWhile(line -> !line.startsWith("--- ") && !line.startsWith("diff ")).count();
            List<Change> changes = Change.all(step, file, lines.subList(below, lines.size()));
            if (changes.isEmpty()) {
                throw new UnusableAnswerException(("%s: there is no difference. Below the head, put what 'git diff' prints when"
                                                           + " the answer is in place of the solution").formatted(file));
            }
            return new Answer(file, lines.subList(0, below), changes);
        } catch (IOException e) {
            throw new UnusableAnswerException("%s can't be read (%s): restore it, or write it anew".formatted(file, e), e);
        }
    }

    /** What the answer in a file does, such as {@code looks-then-writes}. */
    public static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** Its name as a sentence, such as {@code Looks then writes}. */
    public String title() {
        String words = name(file).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What its head says about a key: what it believes, why it fails, which test catches it, and with which message. */
    public String says(String key) {
        return values().get(key);
    }

    /**
     * The lines of the file as they should be: the head, and below it the difference with the fewest lines around it that tell
     * where it belongs.
     *
     * @throws UnusableAnswerException if the difference does not fit the solution
     */
    public List<String> plain() {
        return Stream.concat(head.stream(), changes.stream().flatMap(change -> change.plain().stream())).toList();
    }

    /**
     * The same answer to the solution as it is now, if that still has every line that it changes, once and wherever.
     *
     * @throws UnusableAnswerException if the solution has not, so that only a person can tell what the answer would be now
     */
    public Answer upToDate() {
        return new Answer(file, head, changes.stream().map(Change::upToDate).toList());
    }

    private Answer whole(Set<String> keys) {
        Set<String> said = values().keySet();
        if (!said.equals(keys)) {
            throw new UnusableAnswerException("%s: its head has values for the keys %s. Give it one for each of %s, and no other"
                                                      .formatted(file, new TreeSet<>(said), new TreeSet<>(keys)));
        }
        return this;
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        String key = null;
        for (String line : head) {
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                key = entry.group(1);
                if (values.putIfAbsent(key, entry.group(2).strip()) != null) {
                    throw new UnusableAnswerException("%s: the head has '%s' twice. Keep one".formatted(file, key));
                }
            } else if (key != null && line.startsWith(" ")) {
                values.merge(key, line.strip(), (begun, more) -> "%s %s".formatted(begun, more).strip());
            } else if (!line.isBlank()) {
                throw new UnusableAnswerException(("%s: '%s' has no key. Begin the line with one and a colon, or with a space if it"
                                                           + " goes on with the line above").formatted(file, line));
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static Path checked(Path file) {
        if (!file.toString().endsWith(SUFFIX)) {
            throw new UnusableAnswerException("%s is no answer: each is one file, named for what it does, like looks-then-writes%s"
                                                      .formatted(file, SUFFIX));
        }
        return file;
    }
}
