package workshop.companion.command;

import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

import workshop.companion.CommandName;
import workshop.companion.build.Build;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.TestRun;
import workshop.companion.work.CurrentStep;
import workshop.companion.work.HintPage;
import workshop.companion.work.Replacement;
import workshop.companion.work.Solution;
import workshop.model.Step;
import workshop.model.UnknownStepException;
import workshop.model.Workshop;
import workshop.model.hint.Hint;

/**
 * {@code workshop}, which alone shows the status, and its commands of a few lines, a method each. The others have a class.
 */
@Command(name = "workshop", synopsisSubcommandLabel = "[COMMAND]", addMethodSubcommands = false,
         description = "The companion of the workshop \"When the client hangs up\". Without a command, it shows the status.")
public final class WorkshopCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;
    private final CurrentStep current;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
    private boolean help;

    public WorkshopCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
        this.current = new CurrentStep(workshop);
    }

    /** One of the commands that are methods here: picocli itself would add them in the order of the alphabet. */
    public static Method method(String name) {
        return CommandLine.getCommandMethods(WorkshopCommand.class, name).getFirst();
    }

    @Override
    public Integer call() {
        return status(null);
    }

    /** How far the learner has come. Only what has changed is tested. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} [N]",
             description = "Shows a line of progress for each step, and what to do next. Tests only what has changed.")
    int status(@Parameters(paramLabel = "N", arity = "0..1", description = "The number of a step, to show that one only.") Step only) {
        workshop.latest();
        List<Step> shown = only == null ? workshop.steps() : List.of(only);
        var tests = new TestRun(workshop, screen::progress);
        Map<Step, StepProgress> known = new HashMap<>();
        Optional<Step> toDo = current.toDo(step -> !shown.contains(step) || known.computeIfAbsent(step, tests::known).done());
        var report = new ProgressReport(workshop, screen, toDo);
        shown.forEach(step -> report.show(known.computeIfAbsent(step, tests::known)));
        screen.line("");
        screen.wrapped("", toDo
                .map(step -> "To do next: work in %s, then run %s".formatted(step.folder(), CommandName.with("test " + step.number())))
                .orElse(only == null ? "All steps are done." : "This step is done."));
        return 0;
    }

    /** What is green and what is red in one step. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} N",
             description = "Runs the tests of a step: what is green, what is red and why, and what to do next.")
    int test(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "test");
        StepProgress progress = new TestRun(workshop, screen::progress).starter(step, Redirect.INHERIT);
        new TestReport(screen).show(progress);
        if (progress.done()) {
            screen.wrapped("", step.token().line());
        }
        screen.wrapped("", whatNext(progress));
        return progress.done() ? 0 : 1;
    }

    private String whatNext(StepProgress progress) {
        Step step = progress.step();
        if (!progress.failedGivenTests().isEmpty()) {
            return "To do next: a given test is red, and was green at the start. Undo what broke it: "
                    + progress.failedGivenTests().getFirst().name();
        }
        if (progress.done()) {
            return current.after(step)
                    .map(next -> "To do next: %s, in %s".formatted(next.title(), next.folder()))
                    .orElse("That was the last step.");
        }
        return progress.next()
                .map(test -> "To do next: make this green, in %s: %s".formatted(step.folder(), test.name()))
                .orElse("To do next: find out why tests were skipped.");
    }

    /** Help with the TODO that is next. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} N [--depth D] [--todo K]",
             description = "Shows a hint for the first TODO comment that is left in a step. Each call tells more, three times.")
    void hint(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step,
              @Option(names = "--depth", paramLabel = "D", description = "How much to tell: 1, 2 or 3.") Integer depth,
              @Option(names = "--todo", paramLabel = "K", description = "The number of another TODO.") Integer todo) {
        if (depth != null && (depth < 1 || depth > Hint.DEPTHS)) {
            throw new ParameterException(spec.subcommands().get("hint"), "There is no depth %d: use 1 to %d.".formatted(depth, Hint.DEPTHS));
        }
        begin(step, "hint");
        new HintPage(step).show(screen, todo, depth);
    }

    /** The learner's version beside the solution. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} N", description = "Shows what tells your version of a step (-) from the solution (+).")
    void diff(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "diff");
        new Solution(step).showDiff(screen);
    }

    /** The solution in place of what the learner has. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} N", description = "Replaces your version of a step by the solution. What you had is kept.")
    void solve(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "solve");
        new Replacement(workshop).bySolution(step, screen);
    }

    /** The starter in place of what the learner has. */
    @Command(customSynopsis = "${COMMAND-FULL-NAME} N",
             description = "Begins a step anew: replaces your version by the starter. What you had is kept.")
    void reset(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "reset");
        new Replacement(workshop).byStarter(step, screen);
    }

    /** The benchmark, in a process of its own, which shows its progress itself. */
    @Command(customSynopsis = "workshop bench [-- BENCH-OPTION...]",
             description = "Measures the solutions beside other servers, in a quarter of an hour. Leave the machine alone meanwhile.")
    int bench(@Parameters(paramLabel = "BENCH-OPTION", arity = "0..*",
                          description = "What follows -- is for the benchmark, such as --only=rollback; -- --help lists it all.")
              List<String> options) throws InterruptedException {
        Path jar = new Build(workshop, screen::progress).bench();
        var arguments = new ArrayList<>(Optional.ofNullable(options).orElse(List.of()));
        if (arguments.stream().noneMatch(option -> option.startsWith("--out"))) {
            arguments.addFirst("--out=" + jar.resolveSibling("results"));
        }
        return ChildProgram.run(List.of(), jar, arguments);
    }

    /** What {@code --help} shows. Our own, since picocli's has an option {@code --help} that it refuses to inherit. */
    @Command(helpCommand = true, description = "Shows this help, or the help of a command.")
    void help(@Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; all of them if left out.") String name) {
        CommandLine all = spec.commandLine();
        CommandLine command = name == null ? all : all.getSubcommands().get(name);
        if (command == null) {
            throw new UnmatchedArgumentException(all, List.of(name));
        }
        command.usage(command.getOut());
    }

    /** The learner has named a step to a command; fails if there is none. */
    private void begin(Step step, String command) {
        if (step == null) {
            workshop.latest();
            String numbers = workshop.steps().stream().map(other -> Integer.toString(other.number())).collect(Collectors.joining(", "));
            throw new UnknownStepException("Which step? %s: %s".formatted(
                    numbers.replaceFirst(", (\\d+)$", " or $1"),
                    CommandName.with("%s %d".formatted(command, workshop.steps().getFirst().number()))));
        }
        current.is(step);
    }
}
