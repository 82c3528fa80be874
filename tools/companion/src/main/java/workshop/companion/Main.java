package workshop.companion;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

import workshop.companion.command.WorkshopCommand;
import workshop.companion.terminal.Screen;
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
        var workshop = Workshop.at(root());
        new Starters(workshop).copy();
        System.exit(WorkshopCommand.line(workshop, Screen.ofThisProcess()).execute(args));
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
