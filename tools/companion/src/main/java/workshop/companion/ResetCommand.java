package workshop.companion;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.hint.ShownHints;
import workshop.companion.work.Replacement;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop reset}: the starter in place of what the learner has.
 */
@Command(name = "reset", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Begins a step anew: replaces your version by the starter. What you had is kept.")
final class ResetCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    @Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.")
    private String number;

    ResetCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Step step = new StepChoice(workshop).of("reset", number);
        var kept = new Replacement(workshop).byStarter(step);
        new ShownHints(workshop.root()).forget(step);
        new ReplacementReport(workshop.root(), screen).show(step, "the starter again", kept);
        return 0;
    }
}
