package workshop.companion.command;

import java.util.function.Consumer;
import java.util.function.Function;

import workshop.companion.build.Build;
import workshop.companion.build.StepSources;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.Verdict;
import workshop.companion.testrun.TestRun;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * The tests of a step on what the learner has there. How they end is remembered.
 */
final class LearnersTests {
    private final Workshop workshop;
    private final Consumer<String> progress;
    private final RememberedProgress remembered;

    /** Tests that tell what is being built, if anything is. */
    LearnersTests(Workshop workshop, Consumer<String> progress) {
        this.workshop = workshop;
        this.progress = progress;
        this.remembered = new RememberedProgress(workshop);
    }

    /** How they end, from memory where nothing has changed since they ran. */
    Verdict verdict(Step step) {
        return remembered.unchanged(step).map(known -> new Verdict(step, known, ""))
                .orElseGet(() -> Verdict.of(step, () -> run(step, TestRun::untilRed)));
    }

    /** Builds the step, if that is needed, and runs them. */
    StepProgress run(Step step, Function<TestRun, StepProgress> way) {
        byte[] sources = StepSources.of(workshop, step).digest();
        new Build(workshop, progress).starter(step);
        StepProgress ended = way.apply(new TestRun(workshop, step));
        remembered.remember(ended, sources);
        return ended;
    }
}
