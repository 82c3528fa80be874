package workshop.companion;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.model.Workshop;

/**
 * {@code workshop diff}: the learner's version beside the solution.
 */
@Command(name = "diff", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Shows what tells your version of a step (-) from the solution (+).")
final class DiffCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    @Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.")
    private String number;

    DiffCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        new DiffPage(screen).show(new StepChoice(workshop).of("diff", number));
        return 0;
    }
}
