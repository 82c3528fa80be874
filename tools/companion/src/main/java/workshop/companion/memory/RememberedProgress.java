package workshop.companion.memory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.apache.commons.io.FileUtils;

import workshop.companion.progress.StepProgress;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * How far the learner had come in each step when it was tested last.
 */
public final class RememberedProgress {
    private static final Pattern EXERCISE = Pattern.compile("^\\s*@Exercise(ForEveryWayOfLeaving)?\\(", Pattern.MULTILINE);

    private final Workshop workshop;
    private final RememberedNumbers numbers;

    public RememberedProgress(Workshop workshop) {
        this.workshop = workshop;
        this.numbers = new RememberedNumbers(WorkFolder.in(workshop.root()).resolve("progress.properties"));
    }

    /** Remembers how the tests of a step have ended. */
    public void remember(StepProgress progress) {
        String step = progress.step().id();
        numbers.put(step + ".solved", progress.solved());
        numbers.put(step + ".done", progress.done() ? 1 : 0);
    }

    /** Forgets a step that is no longer as it was. */
    public void forget(Step step) {
        numbers.forget(step.id() + ".");
    }

    public boolean done(Step step) {
        return numbers.get(step.id() + ".done") == 1;
    }

    /** How many of a step's exercises were solved. */
    public int solved(Step step) {
        return numbers.get(step.id() + ".solved");
    }

    /** How many exercises a step has. */
    public int exercises(Step step) {
        Path tests = step.starter().resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return 0;
        }
        return FileUtils.listFiles(tests.toFile(), new String[] {"java"}, true).stream()
                .filter(file -> !file.getName().endsWith("IT.java"))
                .mapToInt(RememberedProgress::exercisesIn)
                .sum();
    }

    private static int exercisesIn(File file) {
        try {
            return (int) EXERCISE.matcher(FileUtils.readFileToString(file, StandardCharsets.UTF_8)).results().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The progress in the whole workshop, as a bar of some characters and in words. */
    public String bar(int width) {
        int all = workshop.steps().stream().mapToInt(this::exercises).sum();
        int solved = workshop.steps().stream().mapToInt(step -> Math.min(solved(step), exercises(step))).sum();
        return StepProgress.bar(width, solved, all);
    }
}
