package workshop.companion.view;

import java.util.Optional;

import workshop.companion.progress.FailureMessage;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.Verdict;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Shows the progress in each step: a line with a bar, and what is broken. What comes next is shown only in the step that the
 * learner is to go on with: the hints of the later ones would give them away.
 */
public final class ProgressReport {
    private final Screen screen;
    private final int width;
    private final Optional<Step> toDo;

    /**
     * @param toDo the step to go on with; nothing if all are done
     */
    public ProgressReport(Workshop workshop, Screen screen, Optional<Step> toDo) {
        this.screen = screen;
        this.width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
        this.toDo = toDo;
    }

    public void show(Verdict verdict) {
        Step step = verdict.step();
        if (!verdict.problem().isEmpty()) {
            line(step, screen.bad("can't be tested"));
            screen.lines("    ", verdict.problem().lines().toList());
            return;
        }
        StepProgress progress = verdict.progress();
        line(step, progress.done() ? screen.good(progress.bar()) : progress.bar());
        if (progress.done()) {
            screen.wrapped("    ", step.token().line());
        }
        progress.failedGivenTests().forEach(test -> test(screen.bad("broken"), test));
        if (toDo.equals(Optional.of(step))) {
            progress.next().ifPresent(test -> test("next", test));
        }
    }

    private void line(Step step, String text) {
        screen.wrapped("", ("%-" + width + "s   %s").formatted(step.title(), text));
    }

    private void test(String label, StepTest test) {
        FailureMessage message = test.message().orElseThrow();
        screen.wrapped("    ", "%s: %s".formatted(label, screen.strong(test.name())));
        screen.lines("      ", message.summary());
        message.hint().ifPresent(hint -> screen.wrapped("      ", hint));
    }
}
