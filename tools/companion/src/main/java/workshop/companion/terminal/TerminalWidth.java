package workshop.companion.terminal;

import java.util.function.IntSupplier;

import org.apache.commons.io.function.Uncheck;
import org.jline.terminal.Terminal;

/**
 * The columns of the terminal that this command prints to; without limit where it prints to none.
 */
public final class TerminalWidth implements IntSupplier {
    private int width;

    @Override
    public int getAsInt() {
        if (width == 0) {
            width = SystemTerminal.open().map(TerminalWidth::ask).orElse(Integer.MAX_VALUE);
        }
        return width;
    }

    private static int ask(Terminal terminal) {
        int width = of(terminal);
        Uncheck.run(terminal::close);
        return width;
    }

    /** The columns that a terminal has now; without limit where it does not say. */
    static int of(Terminal terminal) {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }
}
