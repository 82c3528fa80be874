package workshop.model.hint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What helps with one TODO of a starter; {@code hints.yaml} in the starter's folder has it.
 *
 * @param todo  its number in the step, from 1
 * @param file  where it is, in the step's folder
 * @param title what it is about
 * @param texts {@link #DEPTHS} texts, each telling more than the one before: from a thought to almost the code
 */
public record Hint(int todo, String file, String title, List<String> texts) {
    /** How many texts there are for each TODO. */
    public static final int DEPTHS = 3;

    /**
     * Reads the hints of a step: one for each TODO of the starter, in order.
     *
     * @throws UnusableHintsException if the file is absent, no YAML, or has an entry that is not whole
     */
    public static List<Hint> of(Path starter) {
        Path file = starter.resolve("hints.yaml");
        try (var reader = Files.newBufferedReader(file)) {
            Object entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (entries instanceof List<?> list) {
                return list.stream().map(entry -> hint(file, entry)).toList();
            }
            throw new UnusableHintsException("%s has no list of hints".formatted(file), null);
        } catch (IOException e) {
            throw new UnusableHintsException("%s can't be read (%s)".formatted(file, e), e);
        } catch (YAMLException e) {
            throw new UnusableHintsException("%s is no YAML: %s".formatted(file, e.getMessage().replaceAll("\\s+", " ")), e);
        }
    }

    private static Hint hint(Path file, Object entry) {
        if (entry instanceof Map<?, ?> map
                && map.get("todo") instanceof Integer todo && map.get("file") instanceof String source
                && map.get("title") instanceof String title && map.get("hints") instanceof List<?> texts
                && texts.size() == DEPTHS) {
            return new Hint(todo, source, title, texts.stream().map(text -> text.toString().strip()).toList());
        }
        throw new UnusableHintsException("%s: each entry has a number 'todo', a 'file', a 'title' and three 'hints', unlike %s"
                                                 .formatted(file, entry), null);
    }
}
