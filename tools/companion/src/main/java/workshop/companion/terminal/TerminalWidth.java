package workshop.companion.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.jline.terminal.Terminal;

/**
 * The columns of the terminal that this command prints to; without limit where it prints to none.
 */
public final class TerminalWidth implements IntSupplier {
    private int width;

    @Override
    public int getAsInt() {
        if (width == 0) {
            width = ask();
        }
        return width;
    }

    private static int ask() {
        Optional<Terminal> found = SystemTerminal.open();
        if (found.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try (Terminal terminal = found.get()) {
            return of(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns that a terminal has now; without limit where it does not say. */
    static int of(Terminal terminal) {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }
}
