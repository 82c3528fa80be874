package workshop.companion.memory;

import java.util.regex.Pattern;

import workshop.companion.progress.StepProgress;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

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
        return SourceFiles.javaIn(step.starter(), "src/test/java").entrySet().stream()
                .filter(test -> !test.getKey().endsWith("IT.java")) // those need a server's jar, and are Maven's to run
                .mapToInt(test -> (int) EXERCISE.matcher(test.getValue()).results().count())
                .sum();
    }

    /** The progress in the whole workshop, as a bar of some characters and in words. */
    public String bar(int width) {
        int all = workshop.steps().stream().mapToInt(this::exercises).sum();
        int solved = workshop.steps().stream().mapToInt(step -> Math.min(solved(step), exercises(step))).sum();
        return StepProgress.bar(width, solved, all);
    }
}
