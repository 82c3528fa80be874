package workshop.companion.command;

import picocli.CommandLine.Command;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.build.Build;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.progress.StepProgress;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.TestRun;
import workshop.companion.view.ProgressReport;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop status}: how far the learner has come in each step.
 */
@Command(name = "status", description = "Shows a line of progress for each step, and what to do next.")
public final class StatusCommand extends WorkshopSubcommand {
    public StatusCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        workshop.latest();
        var build = new Build(workshop, screen::progress);
        var report = new ProgressReport(workshop, screen);
        workshop.steps().forEach(step -> show(step, build, report));
        screen.line("");
        screen.line(report.toDo()
                            .map(step -> "To do next: work in %s, then run %s"
                                    .formatted(step.starter().getFileName(), CommandName.with("test " + step.number())))
                            .orElse("All steps are done."));
        return 0;
    }

    private void show(Step step, Build build, ProgressReport report) {
        try {
            build.starter(step);
            StepProgress progress = new TestRun(workshop, step).untilRed();
            new RememberedProgress(workshop).remember(progress);
            report.show(progress);
        } catch (CommandFailure e) {
            report.showProblem(step, e.getMessage());
        }
    }
}
