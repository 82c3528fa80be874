package workshop.companion;

import workshop.companion.progress.FailureMessage;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.step.Step;
import workshop.companion.step.Workshop;

/**
 * Shows the progress in each step: a line with a bar, and what comes next in it.
 */
final class ProgressReport {
    private final Screen screen;
    private final int width;

    ProgressReport(Workshop workshop, Screen screen) {
        this.screen = screen;
        this.width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
    }

    void show(StepProgress progress) {
        line(progress.step(), progress.done() ? screen.good(progress.bar()) : progress.bar());
        progress.failedGivenTests().forEach(test -> test(screen.bad("broken"), test));
        progress.next().ifPresent(test -> test("next", test));
    }

    /** Shows a step whose tests can't be run. */
    void showProblem(Step step, String problem) {
        line(step, screen.bad("can't be tested"));
        screen.lines("    ", problem.lines().toList());
    }

    private void line(Step step, String text) {
        screen.line(("%-" + width + "s   %s").formatted(step.title(), text));
    }

    private void test(String label, StepTest test) {
        FailureMessage message = test.message().orElseThrow();
        screen.line("    %s: %s".formatted(label, screen.strong(test.name())));
        screen.line("      " + message.firstLine());
        message.hint().ifPresent(hint -> screen.line("      " + hint));
    }
}
