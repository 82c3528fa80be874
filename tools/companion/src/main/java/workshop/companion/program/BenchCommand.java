package workshop.companion.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.build.Build;
import workshop.companion.command.WorkshopSubcommand;
import workshop.companion.process.ChildJvm;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

/**
 * {@code workshop bench}: the benchmark, in a process of its own, which shows its progress itself.
 */
@Command(name = "bench", customSynopsis = "workshop bench [-- BENCH-OPTION...]",
         description = "Measures the solutions beside other servers, in a quarter of an hour. Leave the machine alone meanwhile.")
public final class BenchCommand extends WorkshopSubcommand {
    @Parameters(paramLabel = "BENCH-OPTION", arity = "0..*",
                description = "What follows -- is for the benchmark, such as --only=rollback; -- --help lists it all.")
    private List<String> options = List.of();

    public BenchCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var jar = new Build(workshop, screen::progress).bench();
        var arguments = new ArrayList<>(List.of("-jar", jar.toString()));
        if (options.stream().noneMatch(option -> option.startsWith("--out"))) {
            arguments.add("--out=" + jar.resolveSibling("results"));
        }
        arguments.addAll(options);
        return ChildJvm.run(arguments);
    }
}
