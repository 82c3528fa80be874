package workshop.companion.command;

import picocli.CommandLine.Command;

import workshop.companion.terminal.Screen;
import workshop.companion.view.ReplacementReport;
import workshop.companion.work.Replacement;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop reset}: the starter in place of what the learner has.
 */
@Command(name = "reset", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Begins a step anew: replaces your version by the starter. What you had is kept.")
public final class ResetCommand extends StepCommand {
    public ResetCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        Step step = step();
        var kept = new Replacement(workshop).byStarter(step);
        new ReplacementReport(workshop.root(), screen).show(step, "the starter again", kept);
        return 0;
    }
}
