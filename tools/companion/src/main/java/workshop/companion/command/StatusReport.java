package workshop.companion.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.FailureMessage;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.companion.testrun.TestRun;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Shows the progress in each step: a line with a bar, and what is broken. What comes next is shown only in the step that the
 * learner is to go on with: the hints of the later ones would give them away. Only what has changed is tested.
 */
record StatusReport(Workshop workshop, Screen screen) {
    /** Shows it, for one step or, if that is {@code null}, for all. */
    void show(Step only) {
        workshop.latest();
        List<Step> shown = only == null ? workshop.steps() : List.of(only);
        var tests = new TestRun(workshop, screen::progress);
        Map<Step, StepProgress> known = new HashMap<>();
        Optional<Step> toDo = new CurrentStep(workshop).toDo(
                step -> !shown.contains(step) || known.computeIfAbsent(step, tests::known).done());
        shown.forEach(step -> show(known.computeIfAbsent(step, tests::known), toDo.equals(Optional.of(step))));
        screen.line("");
        screen.wrapped("", toDo
                .map(step -> "To do next: work in %s, then run %s".formatted(step.folder(), CommandName.with("test " + step.number())))
                .orElse(only == null ? "All steps are done." : "This step is done."));
    }

    private void show(StepProgress progress, boolean toDo) {
        if (!progress.problem().isEmpty()) {
            line(progress.step(), screen.bad("can't be tested"));
            screen.lines("    ", progress.problem().lines().toList());
            return;
        }
        line(progress.step(), progress.done() ? screen.good(progress.bar()) : progress.bar());
        if (progress.done()) {
            screen.wrapped("    ", progress.step().token().line());
        }
        if (toDo) {
            progress.next().ifPresent(test -> test("next", test));
        }
        progress.failedToo().ifPresentOrElse(
                line -> screen.wrapped("    ", line),
                () -> progress.failedGivenTests().forEach(test -> test(screen.bad("broken"), test)));
    }

    private void line(Step step, String text) {
        int width = workshop.steps().stream().mapToInt(each -> each.title().length()).max().orElse(0);
        screen.wrapped("", ("%-" + width + "s   %s").formatted(step.title(), text));
    }

    private void test(String label, StepTest test) {
        FailureMessage message = FailureMessage.of(test.failure().orElseThrow().message());
        screen.wrapped("    ", "%s: %s".formatted(label, screen.strong(test.name())));
        screen.lines("      ", message.summary());
        message.hint().ifPresent(hint -> screen.wrapped("      ", hint));
    }
}
