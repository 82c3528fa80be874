package workshop.companion;

import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import workshop.companion.command.DiffCommand;
import workshop.companion.command.HelpCommand;
import workshop.companion.command.HintCommand;
import workshop.companion.command.OneLineErrors;
import workshop.companion.command.ResetCommand;
import workshop.companion.command.SolveCommand;
import workshop.companion.command.StatusCommand;
import workshop.companion.command.TestCommand;
import workshop.companion.command.VerifyCommand;
import workshop.companion.command.WorkshopCommand;
import workshop.companion.doctor.Check;
import workshop.companion.doctor.DoctorCommand;
import workshop.companion.program.BenchCommand;
import workshop.companion.program.DocsCommand;
import workshop.companion.program.LabCommand;
import workshop.companion.program.RunCommand;
import workshop.companion.terminal.Screen;
import workshop.companion.terminal.TerminalWidth;
import workshop.companion.watch.WatchCommand;
import workshop.companion.work.Starters;
import workshop.model.Workshop;

/**
 * The {@code ./workshop} command.
 */
public final class Main {
    private Main() {
    }

    /**
     * Runs a command and ends with its status: 0 if all is well, 1 if something is red or missing, 2 if the command was
     * wrong; {@code run} ends with the status of the server.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // an address with digits of its own leads nowhere
        var screen = new Screen(new PrintWriter(System.out, true), new PrintWriter(System.err, true), Ansi.AUTO,
                                new TerminalWidth());
        var workshop = Workshop.at(root());
        Starters.of(workshop).copy();
        System.exit(commandLine(workshop, screen).execute(args));
    }

    /** The command line of a workshop, with all its commands. */
    public static CommandLine commandLine(Workshop workshop, Screen screen) {
        var status = new StatusCommand(workshop, screen);
        var errors = new OneLineErrors();
        return new CommandLine(new WorkshopCommand(status))
                .addSubcommand(status)
                .addSubcommand(new TestCommand(workshop, screen))
                .addSubcommand(new WatchCommand(workshop, screen))
                .addSubcommand(new HintCommand(workshop, screen))
                .addSubcommand(new DiffCommand(workshop, screen))
                .addSubcommand(new SolveCommand(workshop, screen))
                .addSubcommand(new ResetCommand(workshop, screen))
                .addSubcommand(new VerifyCommand(workshop, screen))
                .addSubcommand(new RunCommand(workshop, screen))
                .addSubcommand(new LabCommand(workshop, screen))
                .addSubcommand(new BenchCommand(workshop, screen))
                .addSubcommand(new DocsCommand(workshop, screen))
                .addSubcommand(new DoctorCommand(Check.ofThisMachine(workshop.root()), screen))
                .addSubcommand(new HelpCommand())
                .setCommandName(CommandName.NAME)
                .setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.ansi()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** This program lies in {@code tools/companion/target}, as a jar or as classes. */
    private static Path root() {
        try {
            var program = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return program.getParent().getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
