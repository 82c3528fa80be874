package workshop.companion.work;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.commons.io.FilenameUtils;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * A TODO of a starter whose comment is still there.
 *
 * @param number its number in the step, from 1
 * @param method the method in which it stands; empty if it stands in none
 * @param place  where it stands
 */
public record OpenTodo(int number, String method, Place place) {
    private static final Pattern TODO = Pattern.compile("TODO step (\\d+)(?:, (\\d+) of \\d+)?:");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}\\w[^=;(\\n]* (\\w+)\\(");

    /** Those of a step, in order. */
    public static List<OpenTodo> in(Step step) {
        return SourceFiles.javaIn(step.starter(), "src/main/java").entrySet().stream()
                .flatMap(source -> TODO.matcher(source.getValue()).results()
                        .filter(todo -> Integer.parseInt(todo.group(1)) == step.number())
                        .map(todo -> new OpenTodo(todo.group(2) == null ? 1 : Integer.parseInt(todo.group(2)),
                                                  methodBefore(source.getValue().substring(0, todo.start())),
                                                  Place.of(step, source.getKey(), source.getValue(), todo.start()))))
                .sorted(Comparator.comparingInt(OpenTodo::number))
                .toList();
    }

    /** The one that a hint is about: it names its class or its method before those of the others; if it names none, the first one. */
    public static Optional<OpenTodo> of(Step step, String hint) {
        return in(step).stream().min(Comparator.comparingInt((OpenTodo todo) -> Math.min(todo.classIn(hint), todo.methodIn(hint)))
                                             .thenComparingInt(todo -> todo.methodIn(hint)));
    }

    private static String methodBefore(String text) {
        return METHOD.matcher(text).results().reduce((_, last) -> last).map(method -> method.group(1)).orElse("");
    }

    private int classIn(String hint) {
        return first("\\b%s\\b".formatted(FilenameUtils.getBaseName(place.source())), hint);
    }

    /** As code: its name may be a word of the sentence as well. */
    private int methodIn(String hint) {
        return first("(?<=^Hint: |In |\\.)%1$s\\b|\\b%1$s\\(".formatted(method), hint);
    }

    private static int first(String name, String hint) {
        var found = Pattern.compile(name).matcher(hint);
        return found.find() ? found.start() : Integer.MAX_VALUE;
    }
}
