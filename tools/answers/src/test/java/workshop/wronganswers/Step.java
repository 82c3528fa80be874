package workshop.wronganswers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import workshop.testkit.run.StepTests;

/**
 * A step that has a solution.
 *
 * @param workshop the root of the workshop
 * @param name     the name of the step's folder, which its solution and its wrong answers share
 */
record Step(Path workshop, String name) {
    private static final String SOLUTIONS = "solutions";

    /** The steps whose solutions are there, in order. */
    static List<Step> all(Path workshop) {
        return folders(workshop.resolve(SOLUTIONS)).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(Step::isStep)
                .map(name -> new Step(workshop, name))
                .toList();
    }

    static boolean isStep(String folder) {
        return folder.startsWith("step-");
    }

    static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with a folder for each wrong answer. */
    Path wrongAnswers() {
        return workshop.resolve(SOLUTIONS).resolve("wrong-answers").resolve(name);
    }

    /** The sources of the solution. */
    Path sources() {
        return workshop.resolve(SOLUTIONS).resolve(name).resolve("src/main/java");
    }

    /** The classes of the solution, then of those it stands on, the nearest first. */
    List<Path> classes() {
        return all(workshop).stream()
                .filter(step -> step.name.compareTo(name) <= 0)
                .sorted(Comparator.comparing(Step::name).reversed())
                .map(step -> workshop.resolve(SOLUTIONS).resolve(step.name).resolve("target/classes"))
                .toList();
    }

    /** The classes of the step's tests. */
    Path testClasses() {
        return workshop.resolve(name).resolve("target/test-classes");
    }

    /** The step's tests, for an answer made of these folders; the first that has a class provides it. */
    StepTests tests(List<Path> answer) {
        return StepTests.of(testClasses(), answer);
    }
}
