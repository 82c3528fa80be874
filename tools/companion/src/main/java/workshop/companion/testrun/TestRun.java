package workshop.companion.testrun;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestOutcome;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Runs the tests of a step against what the learner has, as it was compiled last: in a process with the libraries of
 * the step, the learner's classes, and the solutions of the steps before. If they can't be run to their end, that is a
 * {@link CommandFailure}.
 */
public final class TestRun {
    private static final int CAP_IN_MINUTES = 15;

    private final Workshop workshop;
    private final Step step;
    private final Path tested;

    private TestRun(Workshop workshop, Step step, Path tested) {
        this.workshop = workshop;
        this.step = step;
        this.tested = tested;
    }

    /** Of what the learner has, compiled. */
    public TestRun(Workshop workshop, Step step) {
        this(workshop, step, step.starter());
    }

    /** Of the solution instead, which is compiled like the step. */
    public static TestRun ofSolution(Workshop workshop, Step step) {
        return new TestRun(workshop, step, step.solution());
    }

    /** The step whose tests they are. */
    public Step step() {
        return step;
    }

    /** Runs every one of them. For each that is red, this takes as long as its patience lasts. */
    public StepProgress every() {
        return run(false, Redirect.DISCARD);
    }

    /** Runs them as a learner does: the exercises after a red one wait for it, and are skipped. */
    public StepProgress untilRed() {
        return run(true, Redirect.DISCARD);
    }

    /** Runs them as {@link #untilRed()} does, and shows what they print. */
    public StepProgress untilRedAndShown() {
        return run(true, Redirect.INHERIT);
    }

    private StepProgress run(boolean oneAtATime, Redirect printed) {
        var request = request(classes(step.starter(), "test-classes"), classes(tested, "classes"));
        try (var jvm = TestJvm.start(workshop, step, oneAtATime, printed)) {
            return new StepProgress(step, StepTest.of(outcomes(jvm, request)));
        }
    }

    /** What to run for compiled tests and a compiled step that lie elsewhere: all tests, on these and the solutions before. */
    public TestRequest request(Path tests, Path classes) {
        var folders = new ArrayList<>(List.of(classes));
        workshop.before(step).forEach(earlier -> folders.add(classes(earlier.solution(), "classes")));
        return TestRequest.all(tests, folders);
    }

    private List<TestOutcome> outcomes(TestJvm jvm, TestRequest request) {
        var outcomes = new ArrayList<TestOutcome>();
        var run = new FutureTask<>(() -> jvm.run(request, outcomes::add), outcomes);
        Thread.startVirtualThread(run);
        try {
            return run.get(CAP_IN_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new CommandFailure("The tests of %s still run after %d minutes: something in it waits forever."
                                             .formatted(step.title(), CAP_IN_MINUTES));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The tests of %s were interrupted.".formatted(step.title()));
        }
    }

    private Path classes(Path module, String folder) {
        Path classes = module.resolve("target").resolve(folder);
        if (!Files.isDirectory(classes)) {
            throw new CommandFailure("%s is not compiled, %s is absent: run %s to see why."
                                             .formatted(step.title(), workshop.root().relativize(classes),
                                                        CommandName.with("test " + step.number())));
        }
        return classes;
    }
}
