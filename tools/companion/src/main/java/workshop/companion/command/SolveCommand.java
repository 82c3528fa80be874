package workshop.companion.command;

import picocli.CommandLine.Command;

import workshop.companion.terminal.Screen;
import workshop.companion.view.ReplacementReport;
import workshop.companion.work.Replacement;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop solve}: the solution in place of what the learner has.
 */
@Command(name = "solve", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Replaces your version of a step by the solution. What you had is kept.")
public final class SolveCommand extends StepCommand {
    public SolveCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        Step step = step();
        var kept = new Replacement(workshop).bySolution(step);
        new ReplacementReport(workshop.root(), screen).show(step, "the solution", kept);
        return 0;
    }
}
