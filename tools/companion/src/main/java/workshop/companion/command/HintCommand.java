package workshop.companion.command;

import java.util.OptionalInt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import workshop.companion.hint.HintPage;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;
import workshop.model.hint.Hint;

/**
 * {@code workshop hint}: help with the TODO that is next.
 */
@Command(name = "hint", customSynopsis = "${COMMAND-FULL-NAME} N [--depth D] [--todo K]",
         description = "Shows a hint for the first TODO comment that is left in a step. Each call tells more, three times.")
public final class HintCommand extends StepCommand {
    @Option(names = "--depth", paramLabel = "D", description = "How much to tell: 1, 2 or 3.")
    private Integer depth;

    @Option(names = "--todo", paramLabel = "K", description = "The number of another TODO.")
    private Integer todo;

    public HintCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() {
        if (depth != null && (depth < 1 || depth > Hint.DEPTHS)) {
            throw new ParameterException(spec.commandLine(), "There is no depth %d: use 1 to %d.".formatted(depth, Hint.DEPTHS));
        }
        new HintPage(workshop, screen).show(step(), optional(todo), optional(depth));
        return 0;
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
