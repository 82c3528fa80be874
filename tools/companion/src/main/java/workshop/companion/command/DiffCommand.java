package workshop.companion.command;

import picocli.CommandLine.Command;

import workshop.companion.terminal.Screen;
import workshop.companion.view.DiffPage;
import workshop.model.Workshop;

/**
 * {@code workshop diff}: the learner's version beside the solution.
 */
@Command(name = "diff", customSynopsis = "${COMMAND-FULL-NAME} N",
         description = "Shows what tells your version of a step (-) from the solution (+).")
public final class DiffCommand extends StepCommand {
    public DiffCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        new DiffPage(screen).show(step());
        return 0;
    }
}
