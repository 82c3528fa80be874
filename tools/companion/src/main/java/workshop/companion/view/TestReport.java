package workshop.companion.view;

import java.util.List;

import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestOutcome;
import workshop.companion.terminal.Screen;

/**
 * Shows how the tests of one step ended: what is green, how much waits, and last what is red, so that it stays in sight.
 */
public final class TestReport {
    private final Screen screen;

    public TestReport(Screen screen) {
        this.screen = screen;
    }

    public void show(StepProgress progress) {
        progress.tests().stream()
                .filter(StepTest::green)
                .forEach(test -> screen.wrapped("  %s  ".formatted(screen.good("green")), test.name()));
        showSkipped(progress);
        screen.line("");
        screen.wrapped("", "%s   %s".formatted(progress.step().title(), progress.bar()));
        screen.line("");
        progress.failed().forEach(this::showFailed);
    }

    private void showSkipped(StepProgress progress) {
        int waiting = progress.waiting().size();
        if (waiting > 0) {
            screen.line("  %s   %s".formatted(screen.faint("wait"), screen.faint(
                    waiting == 1 ? "1 more exercise" : "%d more exercises".formatted(waiting))));
        }
        progress.skipped().forEach(test -> screen.wrapped("  %s   ".formatted(screen.faint("skip")), test.name()));
    }

    private void showFailed(StepTest test) {
        String name = test.failure().map(TestOutcome::name).orElseThrow();
        screen.wrapped("  %s    ".formatted(screen.bad("red")), screen.strong(name));
        test.message().ifPresent(message -> {
            screen.lines("         ", message.lines());
            screen.lines("         ", message.hint().map(screen::strong).map(List::of).orElse(List.of()));
        });
        screen.line("");
    }
}
