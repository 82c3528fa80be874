package workshop.wronganswers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer to a step that is wrong: the solution with some of its classes replaced.
 *
 * @param step   the step
 * @param folder the sources that replace the solution's, and the {@link Belief} behind them
 */
record WrongAnswer(Step step, Path folder) {
    /** The wrong answers to a step. */
    static List<WrongAnswer> to(Step step) {
        return Step.folders(step.wrongAnswers()).stream().map(folder -> new WrongAnswer(step, folder)).toList();
    }

    String name() {
        return folder.getFileName().toString();
    }

    Belief belief() {
        return Belief.of(folder);
    }

    /**
     * The folders of its classes: its own, then the solution's.
     *
     * @param target where its own are compiled to
     * @throws AssertionError if it can't be compiled, or is no other than the solution
     */
    List<Path> compile(Path target) {
        List<Path> sources = javaFiles(folder);
        if (sources.isEmpty()) {
            throw new AssertionError(folder + ": there is no source. Put those classes of the solution here that are wrong");
        }
        sources.forEach(this::checkThatItDiffers);
        List<Path> classes = new ArrayList<>();
        classes.add(target);
        classes.addAll(step.classes());
        var problems = Compilation.compile(sources, step.classes(), target);
        if (!problems.isEmpty()) {
            throw new AssertionError("%s: it does not compile. A wrong answer compiles, it only does not work:%n%s"
                                             .formatted(folder, String.join(System.lineSeparator(), problems)));
        }
        return classes;
    }

    private void checkThatItDiffers(Path source) {
        Path original = javaFiles(step.sources()).stream()
                .filter(file -> file.getFileName().equals(source.getFileName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s: the solution has no %s. Name the source for what it replaces"
                                                              .formatted(folder, source.getFileName())));
        try {
            if (Files.mismatch(original, source) < 0) {
                throw new AssertionError("%s: %s is the solution's own. Remove it, or make it wrong"
                                                 .formatted(folder, source.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
