package workshop.companion.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import workshop.companion.launcher.Launcher;
import workshop.companion.step.Step;
import workshop.companion.step.Workshop;

/**
 * Runs the tests of a step against what the learner has, as it was compiled last: in a process with the libraries of
 * the step, the learner's classes, and the solutions of the steps before.
 */
public final class TestRun {
    private static final int CAP_IN_MINUTES = 15;

    private final Workshop workshop;
    private final Step step;

    /**
     * @param workshop the workshop
     * @param step     the step, compiled
     */
    public TestRun(Workshop workshop, Step step) {
        this.workshop = workshop;
        this.step = step;
    }

    /**
     * Runs every one of them. For each that is red, this takes as long as its patience lasts.
     *
     * @return how each ended
     * @throws TestRunFailure if they can't be run to their end
     */
    public StepProgress every() {
        return run(false, Redirect.DISCARD);
    }

    /**
     * Runs them as a learner does: the exercises after a red one wait for it, and are skipped.
     *
     * @return how each ended
     * @throws TestRunFailure if they can't be run to their end
     */
    public StepProgress untilRed() {
        return run(true, Redirect.DISCARD);
    }

    /**
     * Runs them as {@link #untilRed()} does, and shows what they print.
     *
     * @return how each ended
     * @throws TestRunFailure if they can't be run to their end
     */
    public StepProgress untilRedAndShown() {
        return run(true, Redirect.INHERIT);
    }

    private StepProgress run(boolean oneAtATime, Redirect output) {
        Path tests = classes(step.starter(), "test-classes");
        try {
            Path outcomes = Files.createTempFile("workshop-outcomes", null);
            try {
                var command = command(oneAtATime);
                command.addAll(List.of(outcomes.toString(), tests.toString(), classes(step.starter(), "classes").toString()));
                workshop.before(step).forEach(earlier -> command.add(classes(earlier.solution(), "classes").toString()));
                await(new ProcessBuilder(command).redirectOutput(output).redirectError(output).start());
                return new StepProgress(step, StepTest.of(new OutcomeFile(outcomes, step).read()));
            } finally {
                Files.delete(outcomes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(boolean oneAtATime) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                                       "-Dworkshop.one-at-a-time=" + oneAtATime,
                                       "-cp", TestClassPath.of(workshop, step), TestProcess.class.getName()));
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(CAP_IN_MINUTES, TimeUnit.MINUTES)) {
                throw new TestRunFailure("The tests of %s still run after %d minutes: something in it waits forever."
                                                 .formatted(step.title(), CAP_IN_MINUTES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestRunFailure("The tests of %s were interrupted.".formatted(step.title()));
        } finally {
            process.destroyForcibly();
        }
    }

    private Path classes(Path module, String folder) {
        Path classes = module.resolve("target").resolve(folder);
        if (!Files.isDirectory(classes)) {
            throw new TestRunFailure("%s is not compiled, %s is absent: run %s to see why."
                                             .formatted(step.title(), workshop.root().relativize(classes),
                                                        Launcher.with("test " + step.number())));
        }
        return classes;
    }
}
