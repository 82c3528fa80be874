package workshop.companion;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.progress.StepProgress;
import workshop.companion.progress.TestRun;
import workshop.companion.step.Build;
import workshop.companion.work.RememberedProgress;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop test}: what is green and what is red in one step.
 */
@Command(name = "test", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Runs the tests of a step: what is green, what is red and why, and what to do next.")
final class TestCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    @Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.")
    private String number;

    TestCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Step step = new StepChoice(workshop).of("test", number);
        new Build(workshop, screen::progress).starter(step);
        screen.progress("Testing %s …".formatted(step.title()));
        StepProgress progress = new TestRun(workshop, step).untilRedAndShown();
        new RememberedProgress(workshop).remember(progress);
        new TestReport(screen).show(progress);
        if (progress.done()) {
            screen.line(step.token().line());
        }
        screen.line(whatNext(progress));
        return progress.done() ? 0 : 1;
    }

    private String whatNext(StepProgress progress) {
        Step step = progress.step();
        if (!progress.failedGivenTests().isEmpty()) {
            return "To do next: a given test is red, and was green at the start. Undo what broke it: "
                    + progress.failedGivenTests().getFirst().name();
        }
        return progress.next()
                .map(test -> "To do next: make this green, in %s: %s".formatted(step.starter().getFileName(), test.name()))
                .orElseGet(() -> progress.done() ? whatFollows(step) : "To do next: find out why tests were skipped.");
    }

    private String whatFollows(Step step) {
        return workshop.steps().stream()
                .filter(other -> other.number() > step.number())
                .findFirst()
                .map(other -> "To do next: %s, in %s".formatted(other.title(), other.starter().getFileName()))
                .orElse("That was the last step.");
    }
}
