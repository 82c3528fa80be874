package workshop.answers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * The lines of a solution that a learner writes: those between {@code tag::solution} and {@code end::solution}.
 *
 * @param classes the lines of each source that has such lines, by its path below the sources
 */
record LearnersPart(Map<String, List<String>> classes) {
    private static final String SOURCES = "src/main/java/";

    static LearnersPart of(Step step) {
        var classes = new HashMap<String, List<String>>();
        SourceFiles.javaIn(step.solution(), SOURCES).forEach((name, text) -> {
            if (text.contains("tag::solution")) {
                classes.put(name.substring(SOURCES.length()), text.lines().toList());
            }
        });
        return new LearnersPart(classes);
    }

    /** The names of the classes that have such lines. */
    List<String> classNames() {
        return classes.keySet().stream().sorted().map(name -> name.replaceFirst("\\.java$", "").replace('/', '.')).toList();
    }

    /** Whether the line of a number, from 1, in a source file without its folder is one of them. */
    boolean has(String file, int number) {
        boolean inside = false;
        for (String line : lines(file).subList(0, number)) {
            inside = line.contains("tag::solution") || inside && !line.contains("end::solution");
        }
        return inside;
    }

    List<String> lines(String file) {
        return classes.entrySet().stream().filter(entry -> Path.of(entry.getKey()).endsWith(file)).findFirst().orElseThrow().getValue();
    }
}
