package workshop.course.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import workshop.course.CourseException;

/**
 * The hints for one TODO of a starter.
 *
 * @param todo  its number
 * @param file  the file it is in, from the starter's folder
 * @param title what is to be done there
 * @param texts the hints, from a thought to almost the code
 */
record Hints(int todo, String file, String title, List<String> texts) {
    private static final int DEPTHS = 3;

    /** The hints of a starter for one of its TODOs. */
    static Hints read(Path starter, String todo) {
        Path file = starter.resolve("hints.yaml");
        try (var reader = Files.newBufferedReader(file)) {
            Object all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (all instanceof List<?> list) {
                for (Object entry : list) {
                    if (entry instanceof Map<?, ?> map && todo.equals(String.valueOf(map.get("todo")))) {
                        return of(map, file);
                    }
                }
            }
            throw new CourseException("%s has no hints for TODO %s: add them.".formatted(file, todo));
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): each step has its hints there.".formatted(file, e), e);
        } catch (YAMLException e) {
            throw new CourseException("%s is no YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Hints of(Map<?, ?> map, Path file) {
        if (map.get("todo") instanceof Integer todo && map.get("file") instanceof String source
                && map.get("title") instanceof String title && map.get("hints") instanceof List<?> texts
                && texts.size() == DEPTHS) {
            return new Hints(todo, source, title, texts.stream().map(String::valueOf).toList());
        }
        throw new CourseException("%s: each entry has a number 'todo', a 'file', a 'title' and three 'hints', unlike %s."
                                          .formatted(file, map));
    }
}
