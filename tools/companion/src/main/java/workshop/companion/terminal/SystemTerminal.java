package workshop.companion.terminal;

import java.util.Optional;

import org.apache.commons.io.function.Uncheck;
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
        Terminal terminal = Uncheck.get(() -> TerminalBuilder.builder().system(true).dumb(true).build());
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return Optional.of(terminal);
        }
        Uncheck.run(terminal::close);
        return Optional.empty();
    }
}
