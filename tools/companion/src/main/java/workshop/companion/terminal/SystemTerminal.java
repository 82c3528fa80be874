package workshop.companion.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The terminal of this process.
 */
final class SystemTerminal {
    private SystemTerminal() {
    }

    /** Opens it; there is none unless both the input and the output of this process are a terminal that JLine knows. */
    static Optional<Terminal> open() {
        if (System.console() == null || !System.console().isTerminal()) {
            return Optional.empty();
        }
        try {
            Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
            if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                return Optional.of(terminal);
            }
            terminal.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
