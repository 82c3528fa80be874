package workshop.companion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source file of a solution, and the same file in the starter: alike but for what the learner writes, which is between
 * {@code tag::solution…[]} and {@code end::solution…[]} in the solution, and a {@code TODO} in the starter.
 */
record MirroredSource(Path solution, Path starter) {
    /** The sources of a solution, each with its counterpart. */
    static List<MirroredSource> all(Path solution, Path starter) {
        try (var files = Files.walk(solution.resolve("src"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new MirroredSource(file, starter.resolve(solution.relativize(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that are given in the solution, and that the starter does not have in this order. */
    List<String> notGiven() {
        var missing = new ArrayList<String>();
        List<String> starterLines = lines(starter);
        int at = 0;
        for (String line : given()) {
            int found = starterLines.subList(at, starterLines.size()).indexOf(line);
            if (found < 0) {
                missing.add(line);
            } else {
                at += found + 1;
            }
        }
        return missing;
    }

    /** Whether the learner has something to write in this file. */
    boolean isExercise() {
        return lines(solution).stream().anyMatch(line -> line.contains("tag::solution"));
    }

    /** Whether the starter says so. */
    boolean saysWhatToDo() {
        return lines(starter).stream().anyMatch(line -> line.contains("TODO step"));
    }

    /** Whether both are the same to the letter. */
    boolean same() {
        return lines(solution).equals(lines(starter));
    }

    private List<String> given() {
        var given = new ArrayList<String>();
        boolean tagged = false;
        for (String line : lines(solution)) {
            if (line.contains("tag::solution")) {
                tagged = true;
            } else if (line.contains("end::solution")) {
                tagged = false;
            } else if (!tagged && !line.isBlank()) {
                given.add(line);
            }
        }
        return given;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
