package workshop.companion;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.work.Replacement;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop solve}: the solution in place of what the learner has.
 */
@Command(name = "solve", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Replaces your version of a step by the solution. What you had is kept.")
final class SolveCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    @Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.")
    private String number;

    SolveCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Step step = new StepChoice(workshop).of("solve", number);
        var kept = new Replacement(workshop).bySolution(step);
        new ReplacementReport(workshop.root(), screen).show(step, "the solution", kept);
        return 0;
    }
}
