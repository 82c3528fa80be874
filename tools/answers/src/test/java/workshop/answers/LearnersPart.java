package workshop.answers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * The lines of a solution that a learner writes: those between {@code tag::solution} and {@code end::solution}.
 */
final class LearnersPart {
    private static final String SOURCES = "src/main/java";

    private final Map<String, List<String>> classes = new HashMap<>();

    private LearnersPart(Map<String, String> sources) {
        sources.forEach((name, text) -> {
            if (text.contains("tag::solution")) {
                classes.put(name.substring(SOURCES.length() + 1), text.lines().toList());
            }
        });
    }

    static LearnersPart of(Step step) {
        return new LearnersPart(SourceFiles.javaIn(step.solution(), SOURCES));
    }

    /** The names of the classes that have such lines. */
    List<String> classNames() {
        return classes.keySet().stream().sorted().map(name -> name.replaceFirst("\\.java$", "").replace('/', '.')).toList();
    }

    /** Whether a change is in one of the lines. */
    boolean has(Mutant mutant) {
        boolean inside = false;
        for (String line : lines(mutant.file()).subList(0, mutant.line())) {
            inside = line.contains("tag::solution") || inside && !line.contains("end::solution");
        }
        return inside;
    }

    /** The text of the line that was changed. */
    String line(Mutant mutant) {
        return lines(mutant.file()).get(mutant.line() - 1).strip();
    }

    private List<String> lines(String file) {
        return classes.entrySet().stream().filter(entry -> Path.of(entry.getKey()).endsWith(file)).findFirst().orElseThrow().getValue();
    }
}
