package workshop.companion;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import picocli.CommandLine.Help.Ansi;

import workshop.companion.command.WorkshopCommand;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

/**
 * What a command prints, without colours.
 */
public final class RecordedScreen {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), Ansi.OFF, () -> Integer.MAX_VALUE);

    /** Runs a command; returns its status. */
    public int execute(Workshop workshop, String... arguments) {
        return WorkshopCommand.line(workshop, screen).execute(arguments);
    }

    public Screen screen() {
        return screen;
    }

    public String out() {
        return out.toString();
    }

    public Stream<String> lines() {
        return out().lines();
    }

    public String err() {
        return err.toString();
    }
}
