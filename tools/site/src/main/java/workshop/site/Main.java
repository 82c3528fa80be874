package workshop.site;

import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program that makes the course's site and handouts.
 */
@Command(name = "course", description = "Makes the course's site and handouts.",
         subcommands = {BuildCommand.class, ServeCommand.class})
public final class Main {
    private Main() {
    }

    /**
     * Runs a command, and ends with 0 if all is well, 1 if something in the course is wrong, and 2 if the command is.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // the pages are the same everywhere, whatever library writes them
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
