package workshop.companion.testrun;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.build.Build;
import workshop.companion.build.StepSources;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Runs the tests of a step: in a process with the libraries of the step, what is to be tested, and the solutions of the steps
 * before. If they can't be run to their end, that is a {@link CommandFailure}.
 */
public final class TestRun {
    private static final int CAP_IN_MINUTES = 15;

    private final Workshop workshop;
    private final Consumer<String> progress;
    private final RememberedProgress remembered;

    /** A run that tells what is going on. */
    public TestRun(Workshop workshop, Consumer<String> progress) {
        this.workshop = workshop;
        this.progress = progress;
        this.remembered = new RememberedProgress(workshop);
    }

    /** What is known of the learner's step: from memory where nothing has changed since its tests ran. */
    public StepProgress known(Step step) {
        return remembered.unchanged(step).orElseGet(() -> StepProgress.of(step, () -> build(step, Redirect.DISCARD, _ -> { })));
    }

    /** Builds the learner's step and tests it as they do: the exercises after a red one wait for it, and are skipped. */
    public StepProgress starter(Step step, Redirect printed) {
        return build(step, printed, progress);
    }

    private StepProgress build(Step step, Redirect printed, Consumer<String> testing) {
        byte[] sources = StepSources.of(workshop, step).digest();
        new Build(workshop, progress).starter(step);
        testing.accept("Testing %s …".formatted(step.title()));
        StepProgress ended = run(step, step.starter(), true, printed);
        remembered.remember(ended, sources);
        return ended;
    }

    /** Builds and tests the solution instead. */
    public StepProgress solution(Step step) {
        var build = new Build(workshop, progress);
        build.starter(step); // its tests
        build.solution(step);
        progress.accept("Testing %s …".formatted(step.title()));
        return run(step, step.solution(), true, Redirect.DISCARD);
    }

    /** Runs every test of the learner's step, as it was compiled last. For each that is red, this takes as long as its patience lasts. */
    public StepProgress every(Step step) {
        return run(step, step.starter(), false, Redirect.DISCARD);
    }

    private StepProgress run(Step step, Path tested, boolean oneAtATime, Redirect printed) {
        var request = request(step, classes(step, step.starter(), "test-classes"), classes(step, tested, "classes"));
        var outcomes = new ArrayList<TestOutcome>();
        var late = new AtomicBoolean();
        try (var jvm = TestJvm.start(workshop, step, oneAtATime, printed)) {
            CompletableFuture.delayedExecutor(CAP_IN_MINUTES, TimeUnit.MINUTES).execute(() -> {
                late.set(true);
                jvm.close();
            });
            jvm.run(request, outcomes::add);
            return StepProgress.of(step, outcomes);
        } catch (CommandFailure e) {
            throw late.get() ? new CommandFailure("The tests of %s still run after %d minutes: something in it waits forever."
                                                          .formatted(step.title(), CAP_IN_MINUTES)) : e;
        }
    }

    /** What to run for compiled tests and a compiled step: all tests, on these and the solutions before. */
    public TestProcess.Request request(Step step, Path tests, Path classes) {
        var folders = new ArrayList<>(List.of(classes.toFile()));
        workshop.before(step).forEach(earlier -> folders.add(classes(step, earlier.solution(), "classes").toFile()));
        return new TestProcess.Request(tests.toFile(), folders, null);
    }

    private Path classes(Step step, Path module, String folder) {
        Path classes = module.resolve("target").resolve(folder);
        if (!Files.isDirectory(classes)) {
            throw new CommandFailure("%s is not compiled, %s is absent: run %s to see why."
                                             .formatted(step.title(), workshop.root().relativize(classes),
                                                        CommandName.with("test " + step.number())));
        }
        return classes;
    }
}
