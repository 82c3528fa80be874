package workshop.companion;

import java.io.IOException;
import java.util.function.IntSupplier;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The columns of the terminal that this command prints to; without limit where it prints to none.
 */
final class TerminalWidth implements IntSupplier {
    private int width;

    @Override
    public int getAsInt() {
        if (width == 0) {
            width = ask();
        }
        return width;
    }

    private static int ask() {
        if (!isTerminal()) {
            return Integer.MAX_VALUE;
        }
        try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            boolean known = !terminal.getType().startsWith(Terminal.TYPE_DUMB) && terminal.getWidth() > 0;
            return known ? terminal.getWidth() : Integer.MAX_VALUE;
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Whether both the input and the output of this process are a terminal. */
    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
