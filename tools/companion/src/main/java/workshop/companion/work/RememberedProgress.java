package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * How far the learner had come in each step when it was tested last.
 */
public final class RememberedProgress {
    private static final Pattern EXERCISE = Pattern.compile("^\\s*@Exercise(ForEveryWayOfLeaving)?\\(", Pattern.MULTILINE);

    private final Workshop workshop;
    private final Memory memory;

    /**
     * @param workshop the workshop
     */
    public RememberedProgress(Workshop workshop) {
        this.workshop = workshop;
        this.memory = new Memory(WorkFolder.in(workshop.root()).path().resolve("progress.properties"));
    }

    /**
     * @param progress how the tests of a step have ended
     */
    public void remember(StepProgress progress) {
        String step = progress.step().id();
        memory.put(step + ".solved", (int) progress.exercises().stream().filter(StepTest::green).count());
        memory.put(step + ".done", progress.done() ? 1 : 0);
    }

    /**
     * @param step a step that is no longer as it was
     */
    public void forget(Step step) {
        memory.forget(step.id() + ".");
    }

    /**
     * @param step a step
     * @return whether it was done
     */
    public boolean done(Step step) {
        return memory.get(step.id() + ".done").orElse(0) == 1;
    }

    /**
     * @param step a step
     * @return how many of its exercises were solved
     */
    public int solved(Step step) {
        return memory.get(step.id() + ".solved").orElse(0);
    }

    /**
     * @param step a step
     * @return how many exercises it has
     */
    public int exercises(Step step) {
        Path tests = step.starter().resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return 0;
        }
        try (var files = Files.walk(tests)) {
            int exercises = 0;
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.toString().endsWith("IT.java"))
                    .toList()) {
                exercises += (int) EXERCISE.matcher(Files.readString(file)).results().count();
            }
            return exercises;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param width the number of characters of the bar
     * @return the progress in the whole workshop, as a bar and in words
     */
    public String bar(int width) {
        int all = workshop.steps().stream().mapToInt(this::exercises).sum();
        int solved = workshop.steps().stream().mapToInt(step -> Math.min(solved(step), exercises(step))).sum();
        int full = all == 0 ? 0 : width * solved / all;
        return "[%s%s]  %d of %d exercises".formatted("#".repeat(full), ".".repeat(width - full), solved, all);
    }
}
