package workshop.companion.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

/**
 * A command of the workshop: what it is about, and what it prints to.
 */
public abstract class WorkshopSubcommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    protected final Workshop workshop;
    protected final Screen screen;

    @Spec
    protected CommandSpec spec;

    protected WorkshopSubcommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    /** Refuses a number that no port has, before anything is built for it. */
    protected void checkPort(int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port=%d is out of range: use 1 to %d, or 0 for any that is free."
                    .formatted(port, LARGEST_PORT));
        }
    }
}
