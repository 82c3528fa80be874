package workshop.companion.view;

import java.util.Optional;

import workshop.companion.progress.FailureMessage;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Shows the progress in each step: a line with a bar, and what is broken. What comes next is shown only in the first
 * step that is not done: the hints of the later ones would give them away.
 */
public final class ProgressReport {
    private final Screen screen;
    private final int width;
    private Optional<Step> toDo = Optional.empty();

    public ProgressReport(Workshop workshop, Screen screen) {
        this.screen = screen;
        this.width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
    }

    public void show(StepProgress progress) {
        line(progress.step(), progress.done() ? screen.good(progress.bar()) : progress.bar());
        if (progress.done()) {
            screen.wrapped("    ", progress.step().token().line());
        }
        progress.failedGivenTests().forEach(test -> test(screen.bad("broken"), test));
        if (toDo.isEmpty() && !progress.done()) {
            toDo = Optional.of(progress.step());
            progress.next().ifPresent(test -> test("next", test));
        }
    }

    /** Shows a step whose tests can't be run. */
    public void showProblem(Step step, String problem) {
        line(step, screen.bad("can't be tested"));
        screen.lines("    ", problem.lines().toList());
        toDo = toDo.or(() -> Optional.of(step));
    }

    /** The first of the steps shown that is not done. */
    public Optional<Step> toDo() {
        return toDo;
    }

    private void line(Step step, String text) {
        screen.line(("%-" + width + "s   %s").formatted(step.title(), text));
    }

    private void test(String label, StepTest test) {
        FailureMessage message = test.message().orElseThrow();
        screen.wrapped("    ", "%s: %s".formatted(label, screen.strong(test.name())));
        screen.lines("      ", message.summary());
        message.hint().ifPresent(hint -> screen.wrapped("      ", hint));
    }
}
