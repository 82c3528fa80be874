package workshop.companion.command;

import java.util.List;

import picocli.CommandLine.Parameters;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.UnknownStepException;
import workshop.model.Workshop;

/**
 * A command about one step, which the learner names by its number.
 */
abstract class StepCommand extends WorkshopSubcommand {
    @Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.")
    private String number;

    StepCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    /** The step; fails if there is no such step, or no number. */
    Step step() {
        if (number == null) {
            throw new UnknownStepException(whichStep());
        }
        Step step = workshop.step(number);
        new CurrentStep(workshop).is(step);
        return step;
    }

    private String whichStep() {
        String last = Integer.toString(workshop.latest().number());
        List<String> others = workshop.before(workshop.latest()).reversed().stream()
                .map(step -> Integer.toString(step.number()))
                .toList();
        String numbers = others.isEmpty() ? last : String.join(", ", others) + " or " + last;
        return "Which step? %s: %s".formatted(
                numbers, CommandName.with("%s %d".formatted(spec.name(), workshop.steps().getFirst().number())));
    }
}
