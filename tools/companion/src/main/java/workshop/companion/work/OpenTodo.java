package workshop.companion.work;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * A TODO of a starter whose comment is still there.
 *
 * @param number its number in the step, from 1
 * @param place  where it stands
 */
public record OpenTodo(int number, Place place) {
    private static final Pattern TODO = Pattern.compile("TODO step (\\d+)(?:, (\\d+) of \\d+)?:");

    /** Those of a step, in order. */
    public static List<OpenTodo> in(Step step) {
        return SourceFiles.javaIn(step.starter(), "src/main/java").entrySet().stream()
                .flatMap(source -> TODO.matcher(source.getValue()).results()
                        .filter(todo -> Integer.parseInt(todo.group(1)) == step.number())
                        .map(todo -> new OpenTodo(todo.group(2) == null ? 1 : Integer.parseInt(todo.group(2)),
                                                  Place.of(step, source.getKey(), source.getValue(), todo.start()))))
                .sorted(Comparator.comparingInt(OpenTodo::number))
                .toList();
    }
}
