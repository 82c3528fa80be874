package workshop.companion.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.CommandName;
import workshop.companion.progress.Verdict;
import workshop.companion.terminal.Screen;
import workshop.companion.view.ProgressReport;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop status}: how far the learner has come, in each step or in one. Only what has changed is tested.
 */
@Command(name = "status", customSynopsis = "${COMMAND-FULL-NAME} [N]",
         description = "Shows a line of progress for each step, and what to do next. Tests only what has changed.")
public final class StatusCommand extends WorkshopSubcommand {
    @Parameters(paramLabel = "N", arity = "0..1", description = "The number of a step, to show that one only.")
    private String number;

    public StatusCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        workshop.latest();
        List<Step> shown = number == null ? workshop.steps() : List.of(workshop.step(number));
        var tests = new LearnersTests(workshop, screen::progress);
        Map<Step, Verdict> verdicts = new HashMap<>();
        Optional<Step> toDo = new CurrentStep(workshop).toDo(
                step -> !shown.contains(step) || verdicts.computeIfAbsent(step, tests::verdict).green());
        var report = new ProgressReport(workshop, screen, toDo);
        shown.forEach(step -> report.show(verdicts.computeIfAbsent(step, tests::verdict)));
        screen.line("");
        screen.wrapped("", toDo
                .map(step -> "To do next: work in %s, then run %s".formatted(step.folder(), CommandName.with("test " + step.number())))
                .orElse(number == null ? "All steps are done." : "This step is done."));
        return 0;
    }
}
