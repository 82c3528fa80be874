package workshop.companion.program;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import workshop.companion.build.Build;
import workshop.companion.command.WorkshopSubcommand;
import workshop.companion.process.StepServer;
import workshop.companion.terminal.Screen;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

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
        List<String> options = arguments.stream().filter(argument -> argument.startsWith("-")).toList();
        Step step = step(arguments.stream().filter(argument -> !argument.startsWith("-")).toList());
        if (mine) {
            new CurrentStep(workshop).is(step);
        }
        var build = new Build(workshop, screen::progress);
        Path jar = mine ? build.starter(step) : build.solution(step);
        screen.progress("Starting %s, %s …".formatted(step.title(), mine ? "your server" : "the solution"));
        return StepServer.start(step, jar, options, "Ctrl-C stops the server.", screen::line).await();
    }

    private Step step(List<String> numbers) {
        if (numbers.size() > 1) {
            throw new ParameterException(spec.commandLine(), "One step at a time: '%s' are too many."
                    .formatted(String.join(" ", numbers)));
        }
        return numbers.isEmpty() ? workshop.latest() : workshop.step(numbers.getFirst());
    }
}
