package workshop.companion;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import workshop.companion.launcher.Launcher;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.TestRun;
import workshop.companion.progress.TestRunFailure;
import workshop.companion.step.Build;
import workshop.companion.step.BuildFailure;
import workshop.companion.work.RememberedProgress;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop status}: how far the learner has come in each step.
 */
@Command(name = "status", description = "Shows a line of progress for each step, and what to do next.")
final class StatusCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    StatusCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
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
                                    .formatted(step.starter().getFileName(), Launcher.with("test " + step.number())))
                            .orElse("All steps are done."));
        return 0;
    }

    private void show(Step step, Build build, ProgressReport report) {
        try {
            build.starter(step);
            StepProgress progress = new TestRun(workshop, step).untilRed();
            new RememberedProgress(workshop).remember(progress);
            report.show(progress);
        } catch (BuildFailure | TestRunFailure e) {
            report.showProblem(step, e.getMessage());
        }
    }
}
