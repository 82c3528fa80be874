package workshop.site.session;

import java.util.List;

/**
 * One command in a terminal and what came of it; or output that appears later, of a command that still runs.
 *
 * @param terminal the name of the terminal
 * @param command  what is typed; empty if nothing is typed, and {@value #INTERRUPT} for Ctrl-C
 * @param output   the lines that follow
 */
public record Interaction(String terminal, String command, List<String> output) {
    /** The key that ends a command. */
    public static final String INTERRUPT = "^C";

    /** {@return whether Ctrl-C is pressed} */
    public boolean isInterrupt() {
        return command.equals(INTERRUPT);
    }

    /** {@return whether a command is typed} */
    public boolean isCommand() {
        return !command.isEmpty() && !isInterrupt();
    }
}
