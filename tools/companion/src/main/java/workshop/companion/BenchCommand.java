package workshop.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import workshop.companion.step.Build;
import workshop.model.Workshop;

/**
 * {@code workshop bench}: the benchmark, in a process of its own, which shows its progress itself.
 */
@Command(name = "bench", customSynopsis = "workshop bench [-- BENCH-OPTION...]",
         description = "Measures the solutions beside other servers, in a quarter of an hour. Leave the machine alone meanwhile.")
final class BenchCommand implements Callable<Integer> {
    private static final int SECONDS_TO_END = 10;

    private final Workshop workshop;
    private final Screen screen;

    @Parameters(paramLabel = "BENCH-OPTION", arity = "0..*",
                description = "What follows -- is for the benchmark, such as --only=rollback; -- --help lists it all.")
    private List<String> options = List.of();

    BenchCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var jar = new Build(workshop, screen::progress).bench();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString()));
        if (options.stream().noneMatch(option -> option.startsWith("--out"))) {
            command.add("--out=" + jar.resolveSibling("results"));
        }
        command.addAll(options);
        var bench = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bench)));
        return bench.waitFor();
    }

    private static void end(Process bench) {
        bench.destroy();
        try {
            if (!bench.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                bench.destroyForcibly();
            }
        } catch (InterruptedException e) {
            bench.destroyForcibly();
        }
    }
}
