package workshop.companion.command;

import java.lang.ProcessBuilder.Redirect;

import workshop.companion.terminal.Screen;
import workshop.companion.testrun.FailureMessage;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestRun;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Shows how the tests of one step ended: what is green, how much waits, and last what is red, the first one to be mended at the
 * end, so that it stays in sight.
 */
record TestReport(Workshop workshop, Screen screen) {
    /** Runs them, shows that, and says what to do next; returns the status to end with. */
    int run(Step step) {
        StepProgress progress = new TestRun(workshop, screen::progress).starter(step, Redirect.INHERIT);
        show(progress);
        if (progress.done()) {
            screen.wrapped("", step.token().line());
        }
        screen.wrapped("", whatNext(progress));
        progress.failedToo().ifPresent(line -> screen.wrapped("", line));
        return progress.done() ? 0 : 1;
    }

    void show(StepProgress progress) {
        progress.tests().stream()
                .filter(StepTest::green)
                .forEach(test -> screen.wrapped("  %s  ".formatted(screen.good("green")), test.name()));
        int waiting = progress.waiting().size();
        if (waiting > 0) {
            screen.line("  %s   %s".formatted(screen.faint("wait"), screen.faint(
                    waiting == 1 ? "1 more exercise" : "%d more exercises".formatted(waiting))));
        }
        progress.skipped().forEach(test -> screen.wrapped("  %s   ".formatted(screen.faint("skip")), test.name()));
        screen.line("");
        screen.wrapped("", "%s   %s".formatted(progress.step().title(), progress.bar()));
        screen.line("");
        progress.failed().reversed().forEach(this::showFailed);
    }

    private void showFailed(StepTest test) {
        TestOutcome failure = test.failure().orElseThrow();
        FailureMessage message = FailureMessage.of(failure.message());
        screen.wrapped("  %s    ".formatted(screen.bad("red")), screen.strong(failure.name()));
        screen.lines("         ", message.lines());
        message.hint().ifPresent(hint -> screen.wrapped("         ", screen.strong(hint)));
        screen.line("");
    }

    String whatNext(StepProgress progress) {
        Step step = progress.step();
        if (progress.next().isEmpty() && !progress.failedGivenTests().isEmpty()) {
            return "To do next: a given test is red, and was green at the start. Undo what broke it: "
                    + progress.failedGivenTests().getFirst().name();
        }
        if (progress.done()) {
            return new CurrentStep(workshop).after(step)
                    .map(next -> "To do next: %s, in %s".formatted(next.title(), next.folder()))
                    .orElse("That was the last step.");
        }
        return progress.next()
                .map(test -> "To do next: make this green, in %s: %s".formatted(step.folder(), test.name()))
                .orElse("To do next: find out why tests were skipped.");
    }
}
