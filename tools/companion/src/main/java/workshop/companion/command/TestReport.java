package workshop.companion.command;

import workshop.companion.terminal.Screen;
import workshop.companion.testrun.FailureMessage;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.companion.testrun.TestOutcome;

/**
 * Shows how the tests of one step ended: what is green, how much waits, and last what is red, the first one to be mended at the
 * end, so that it stays in sight.
 */
record TestReport(Screen screen) {
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
}
