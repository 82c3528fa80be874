package workshop.companion.command;

import java.util.Optional;

import workshop.companion.terminal.Screen;
import workshop.companion.testrun.FailureMessage;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Shows the progress in each step: a line with a bar, and what is broken. What comes next is shown only in the step that the
 * learner is to go on with: the hints of the later ones would give them away.
 */
final class ProgressReport {
    private final Screen screen;
    private final int width;
    private final Optional<Step> toDo;

    /**
     * @param toDo the step to go on with; nothing if all are done
     */
    ProgressReport(Workshop workshop, Screen screen, Optional<Step> toDo) {
        this.screen = screen;
        this.width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
        this.toDo = toDo;
    }

    void show(StepProgress progress) {
        Step step = progress.step();
        if (!progress.problem().isEmpty()) {
            line(step, screen.bad("can't be tested"));
            screen.lines("    ", progress.problem().lines().toList());
            return;
        }
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
        FailureMessage message = FailureMessage.of(test.failure().orElseThrow().message());
        screen.wrapped("    ", "%s: %s".formatted(label, screen.strong(test.name())));
        screen.lines("      ", message.summary());
        message.hint().ifPresent(hint -> screen.wrapped("      ", hint));
    }
}
