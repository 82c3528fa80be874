package workshop.companion.command;

import picocli.CommandLine.Command;

import workshop.companion.progress.StepProgress;
import workshop.companion.terminal.Screen;
import workshop.companion.view.TestReport;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop test}: what is green and what is red in one step.
 */
@Command(name = "test", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Runs the tests of a step: what is green, what is red and why, and what to do next.")
public final class TestCommand extends StepCommand {
    public TestCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        Step step = step();
        StepProgress progress = new LearnersTests(workshop, screen::progress).run(step, tests -> {
            screen.progress("Testing %s …".formatted(step.title()));
            return tests.untilRedAndShown();
        });
        new TestReport(screen).show(progress);
        if (progress.done()) {
            screen.wrapped("", step.token().line());
        }
        screen.wrapped("", whatNext(progress));
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
