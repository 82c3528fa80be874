package workshop.companion;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine;

import workshop.companion.command.DocsCommand;
import workshop.companion.command.DoctorCommand;
import workshop.companion.command.LabCommand;
import workshop.companion.command.Machine;
import workshop.companion.command.OneLineErrors;
import workshop.companion.command.RunCommand;
import workshop.companion.command.VerifyCommand;
import workshop.companion.command.WorkshopCommand;
import workshop.companion.terminal.Screen;
import workshop.companion.watch.WatchCommand;
import workshop.companion.work.Starters;
import workshop.model.Step;
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
        var workshop = Workshop.at(root());
        new Starters(workshop).copy();
        System.exit(commandLine(workshop, Screen.ofThisProcess()).execute(args));
    }

    /** The command line of a workshop, with all its commands. */
    public static CommandLine commandLine(Workshop workshop, Screen screen) {
        var errors = new OneLineErrors();
        return new CommandLine(new WorkshopCommand(workshop, screen))
                .addSubcommand(WorkshopCommand.method("status"))
                .addSubcommand(WorkshopCommand.method("test"))
                .addSubcommand(new WatchCommand(workshop, screen))
                .addSubcommand(WorkshopCommand.method("hint"))
                .addSubcommand(WorkshopCommand.method("diff"))
                .addSubcommand(WorkshopCommand.method("solve"))
                .addSubcommand(WorkshopCommand.method("reset"))
                .addSubcommand(new VerifyCommand(workshop, screen))
                .addSubcommand(new RunCommand(workshop, screen))
                .addSubcommand(new LabCommand(workshop, screen))
                .addSubcommand(WorkshopCommand.method("bench"))
                .addSubcommand(new DocsCommand(workshop, screen))
                .addSubcommand(new DoctorCommand(() -> Machine.findings(workshop.root()), screen))
                .addSubcommand(WorkshopCommand.method("help"))
                .registerConverter(Step.class, workshop::step)
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
