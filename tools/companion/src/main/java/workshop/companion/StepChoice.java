package workshop.companion;

import java.util.List;

import workshop.companion.launcher.Launcher;
import workshop.model.Step;
import workshop.model.UnknownStepException;
import workshop.model.Workshop;

/**
 * The step that a command is about.
 *
 * @param workshop the workshop
 */
record StepChoice(Workshop workshop) {
    /**
     * @param command the name of the command
     * @param number  as typed; {@code null} if nothing was typed
     * @return the step
     * @throws UnknownStepException if there is no such step, or no number
     */
    Step of(String command, String number) {
        if (number == null) {
            throw new UnknownStepException(whichStep(command));
        }
        return workshop.step(number);
    }

    private String whichStep(String command) {
        String last = Integer.toString(workshop.latest().number());
        List<String> others = workshop.before(workshop.latest()).reversed().stream()
                .map(step -> Integer.toString(step.number()))
                .toList();
        String numbers = others.isEmpty() ? last : String.join(", ", others) + " or " + last;
        return "Which step? %s: %s".formatted(numbers, Launcher.with(command + " " + workshop.steps().getFirst().number()));
    }
}
