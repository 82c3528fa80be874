package workshop.companion.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.ArgGroup;
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
import workshop.companion.terminal.Screen;
import workshop.companion.watch.Watch;
import workshop.companion.work.CurrentStep;
import workshop.companion.work.HintPage;
import workshop.companion.work.Replacement;
import workshop.companion.work.Solution;
import workshop.model.Step;
import workshop.model.UnknownStepException;
import workshop.model.Workshop;
import workshop.model.hint.Hint;
import workshop.room.Room;
import workshop.room.RoomLink;

/**
 * What can be typed: {@code workshop}, which alone shows the status, and a method for each of its commands. What they do is
 * elsewhere.
 */
@Command(name = "workshop", synopsisSubcommandLabel = "[COMMAND]", addMethodSubcommands = false,
         description = "The companion of the workshop \"When the client hangs up\". Without a command, it shows the status.")
public final class WorkshopCommand implements Callable<Integer> {
    /** As a learner needs them; picocli would have them in the order of the alphabet. */
    private static final List<String> ORDER = List.of("status", "test", "watch", "hint", "diff", "solve", "reset", "verify", "run",
                                                      "lab", "room", "bench", "docs", "doctor", "help");
    private static final int LARGEST_PORT = 65_535;

    private final Workshop workshop;
    private final Screen screen;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
    private boolean help;

    private WorkshopCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    /** The command line of a workshop, with all its commands. */
    public static CommandLine line(Workshop workshop, Screen screen) {
        var line = new CommandLine(new WorkshopCommand(workshop, screen));
        ORDER.forEach(name -> line.addSubcommand(CommandLine.getCommandMethods(WorkshopCommand.class, name).getFirst()));
        var errors = new OneLineErrors();
        return line.setCommandName(CommandName.NAME)
                .registerConverter(Step.class, workshop::step)
                .setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.ansi()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        status(null);
        return 0;
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} [N]",
             description = "Shows a line of progress for each step, and what to do next. Tests only what has changed.")
    void status(@Parameters(paramLabel = "N", arity = "0..1", description = "The number of a step, to show that one only.") Step only) {
        new StatusReport(workshop, screen).show(only);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} N",
             description = "Runs the tests of a step: what is green, what is red and why, and what to do next.")
    int test(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "test");
        return new TestReport(workshop, screen).run(step);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} [N] [--poll] [--room=URL --code=CODE --name=NAME]",
             description = "Tests a step each time you save, and shows the test to make green next. Keys: hint, edit, diff, list, run,"
                     + " reset, quit. Goes on to the next step when this one is green.")
    void watch(@Parameters(paramLabel = "N", arity = "0..1",
                           description = "The number of the step; where you left off if left out.") Step step,
               @Option(names = "--poll", description = "Looks at the files again and again, where the file system does not tell of changes.")
               boolean polling,
               @ArgGroup(exclusive = false) JoinedRoom room) throws InterruptedException {
        var watch = new Watch(workshop, screen, polling);
        if (room == null) {
            watch.from(step, Optional.empty());
            return;
        }
        if (!"http".equals(room.address.getScheme()) || room.address.getHost() == null) {
            throw wrong("watch", "--room=%s is no address of a room: it begins with http://, as the instructor shows it.".formatted(room.address));
        }
        try (var link = new RoomLink(room.address, room.code, room.name)) {
            watch.from(step, Optional.of(link));
        }
    }

    /** The room of an instructor, which is told how far one is. */
    private static final class JoinedRoom {
        @Option(names = "--room", paramLabel = "URL", required = true,
                description = "Tells an instructor's room which step and test you are at, for as long as you watch; nothing of your code.")
        private URI address;
        @Option(names = "--code", paramLabel = "CODE", required = true, description = "The room's code.")
        private String code;
        @Option(names = "--name", paramLabel = "NAME", required = true, description = "What you want to be called there.")
        private String name;
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} N [--depth D] [--todo K]",
             description = "Shows a hint for the first TODO comment that is left in a step. Each call tells more, three times.")
    void hint(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step,
              @Option(names = "--depth", paramLabel = "D", description = "How much to tell: 1, 2 or 3.") Integer depth,
              @Option(names = "--todo", paramLabel = "K", description = "The number of another TODO.") Integer todo) {
        if (depth != null && (depth < 1 || depth > Hint.DEPTHS)) {
            throw wrong("hint", "There is no depth %d: use 1 to %d.".formatted(depth, Hint.DEPTHS));
        }
        begin(step, "hint");
        new HintPage(workshop, step).show(screen, todo, depth);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} N", description = "Shows what tells your version of a step (-) from the solution (+).")
    void diff(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "diff");
        new Solution(step).showDiff(screen);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} N", description = "Replaces your version of a step by the solution. What you had is kept.")
    void solve(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "solve");
        new Replacement(workshop).bySolution(step, screen);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} N",
             description = "Begins a step anew: replaces your version by the starter. What you had is kept.")
    void reset(@Parameters(paramLabel = "N", arity = "0..1", hideParamSyntax = true, description = "The number of the step.") Step step) {
        begin(step, "reset");
        new Replacement(workshop).byStarter(step, screen);
    }

    @Command(description = {"Runs the tests of all steps, and shows which steps are green here.",
            "Ends with status 0 if all of them are, else with 1."})
    int verify(@Option(names = "--json", description = "Prints JSON instead of a table.") boolean json,
               @Option(names = "--solutions", description = "Tests the solutions instead of your own code: is this machine fit?")
               boolean solutions) {
        return new VerifyReport(workshop, screen).run(json, solutions);
    }

    @Command(customSynopsis = "${COMMAND-FULL-NAME} [N] [--mine] [-- JVM-OPTION...]",
             description = "Runs the server of a step until Ctrl-C, and says what to try.")
    int run(@Option(names = "--mine", description = "Your own server, instead of the solution.") boolean mine,
            @Parameters(paramLabel = "N", arity = "0..*",
                        description = "The number of the step; the last one if left out. What follows -- are options of the"
                                + " server's JVM, such as -Dserver.port=0.") List<String> arguments) throws InterruptedException {
        List<String> all = given(arguments);
        List<String> options = all.stream().filter(argument -> argument.startsWith("-")).toList();
        List<String> numbers = all.stream().filter(argument -> !argument.startsWith("-")).toList();
        if (numbers.size() > 1) {
            throw wrong("run", "One step at a time: '%s' are too many.".formatted(String.join(" ", numbers)));
        }
        Step step = numbers.isEmpty() ? workshop.latest() : workshop.step(numbers.getFirst());
        if (mine) {
            new CurrentStep(workshop).is(step);
        }
        return new Programs(workshop, screen).server(step, mine, options);
    }

    @Command(description = "Shows in a browser what happens when clients hang up, until Ctrl-C.")
    int lab(@Option(names = "--port", paramLabel = "PORT", description = "The port of the page; any free one if left out.") int port,
            @Option(names = "--no-open", description = "Opens no browser.") boolean closed) throws InterruptedException {
        checkPort(port, "lab");
        return new Programs(workshop, screen).lab(port, !closed);
    }

    @Command(description = "Shows an instructor who is where, what is red and who asks for help, until Ctrl-C.")
    int room(@Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "localhost",
                     description = "The address of this machine that learners reach; ${DEFAULT-VALUE} alone if left out.") String host,
             @Option(names = "--port", paramLabel = "PORT", description = "Its port; any free one if left out.") int port,
             @Option(names = "--export", paramLabel = "FILE", description = "Writes what happened to this file at the end, as CSV.")
             Path export,
             @Option(names = "--no-open", description = "Opens no browser.") boolean closed) throws InterruptedException {
        checkPort(port, "room");
        return new Programs(workshop, screen).room(new Room.Settings(host, port, Optional.ofNullable(export)), !closed);
    }

    @Command(customSynopsis = "workshop bench [-- BENCH-OPTION...]",
             description = "Measures the solutions beside other servers, in three quarters of an hour. Leave the machine alone meanwhile.")
    int bench(@Parameters(paramLabel = "BENCH-OPTION", arity = "0..*",
                          description = "What follows -- is for the benchmark, such as --only=rollback; -- --help lists it all.")
              List<String> options) throws InterruptedException {
        return new Programs(workshop, screen).bench(given(options));
    }

    @Command(description = "Renders the course and opens it in your browser.")
    int docs(@Option(names = "--serve", description = "Serves it: its pages tick what you have solved, and are rendered again when a source changes.")
             boolean serve,
             @Option(names = "--port", paramLabel = "PORT", defaultValue = "8000",
                     description = "The port to serve at; ${DEFAULT-VALUE} if left out, 0 for any that is free.") int port,
             @Option(names = "--no-open", description = "Opens no browser.") boolean closed) throws InterruptedException {
        checkPort(port, "docs");
        var programs = new Programs(workshop, screen);
        return serve ? programs.courseServer(port, !closed) : programs.course(!closed);
    }

    @Command(description = "Checks what the workshop needs: what is there, what is missing, how to get it.")
    int doctor(@ArgGroup ImageChange images) {
        var doctor = new Doctor(screen);
        if (images == null) {
            return doctor.judge(Machine.findings(workshop.root()));
        }
        return images.pull ? doctor.keepImages() : doctor.removeImages();
    }

    /** What to do with the images of the tests in containers, in place of the checks. */
    private static final class ImageChange {
        @Option(names = "--pull", description = "Builds the images of the tests in containers, and keeps them.")
        private boolean pull;
        @Option(names = "--prune", description = "Removes those images.")
        private boolean prune;
    }

    /** Our own, since picocli's has an option {@code --help} that it refuses to inherit. */
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
        new CurrentStep(workshop).is(step);
    }

    /** Refuses a number that no port has, before anything is built for it. */
    private void checkPort(int port, String command) {
        if (port < 0 || port > LARGEST_PORT) {
            throw wrong(command, "--port=%d is out of range: use 1 to %d, or 0 for any that is free.".formatted(port, LARGEST_PORT));
        }
    }

    private ParameterException wrong(String command, String message) {
        return new ParameterException(spec.subcommands().get(command), message);
    }

    private static List<String> given(List<String> arguments) {
        return arguments == null ? List.of() : arguments;
    }
}
