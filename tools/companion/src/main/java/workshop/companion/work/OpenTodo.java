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
 * @param place  its file, from the root of the workshop, and its line
 */
public record OpenTodo(int number, String place) {
    private static final Pattern TODO = Pattern.compile("TODO step (\\d+)(?:, (\\d+) of \\d+)?:");

    /** Those of a step, in order. */
    public static List<OpenTodo> in(Step step) {
        return SourceFiles.javaIn(step.starter(), "src/main/java").entrySet().stream()
                .flatMap(source -> TODO.matcher(source.getValue()).results()
                        .filter(todo -> Integer.parseInt(todo.group(1)) == step.number())
                        .map(todo -> new OpenTodo(todo.group(2) == null ? 1 : Integer.parseInt(todo.group(2)),
                                                  "%s/%s:%d".formatted(step.folder(), source.getKey(),
                                                                       source.getValue().substring(0, todo.start()).lines().count()))))
                .sorted(Comparator.comparingInt(OpenTodo::number))
                .toList();
    }
}
