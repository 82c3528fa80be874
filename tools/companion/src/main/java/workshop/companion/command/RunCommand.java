package workshop.companion.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import workshop.companion.build.Build;
import workshop.companion.terminal.Screen;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

import static java.util.stream.Collectors.partitioningBy;

/**
 * {@code workshop run}: the server of a step.
 */
@Command(name = "run", customSynopsis = "${COMMAND-FULL-NAME} [N] [--mine] [-- JVM-OPTION...]",
         description = "Runs the server of a step until Ctrl-C, and says what to try.")
public final class RunCommand extends WorkshopSubcommand {
    @Option(names = "--mine", description = "Your own server, instead of the solution.")
    private boolean mine;

    @Parameters(paramLabel = "N", arity = "0..*",
                description = "The number of the step; the last one if left out. What follows -- are options of the"
                        + " server's JVM, such as -Dserver.port=0.")
    private List<String> arguments = List.of();

    public RunCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<Boolean, List<String>> options = arguments.stream().collect(partitioningBy(argument -> argument.startsWith("-")));
        Step step = step(options.get(false));
        if (mine) {
            new CurrentStep(workshop).is(step);
        }
        var build = new Build(workshop, screen::progress);
        Path jar = mine ? build.starter(step) : build.solution(step);
        screen.progress("Starting %s, %s …".formatted(step.title(), mine ? "your server" : "the solution"));
        return ChildProgram.server(step, jar, options.get(true), "Ctrl-C stops the server.", screen::line).awaitEnd();
    }

    private Step step(List<String> numbers) {
        if (numbers.size() > 1) {
            throw new ParameterException(spec.commandLine(), "One step at a time: '%s' are too many."
                    .formatted(String.join(" ", numbers)));
        }
        return numbers.isEmpty() ? workshop.latest() : workshop.step(numbers.getFirst());
    }
}
