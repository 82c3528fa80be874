package workshop.companion.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

/**
 * A command of the workshop: what it is about, and what it prints to.
 */
public abstract class WorkshopSubcommand implements Callable<Integer> {
    protected final Workshop workshop;
    protected final Screen screen;

    @Spec
    protected CommandSpec spec;

    protected WorkshopSubcommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }
}
