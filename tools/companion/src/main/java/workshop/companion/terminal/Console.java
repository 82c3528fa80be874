package workshop.companion.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.commons.io.function.Uncheck;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Where a page is shown again and again: on a terminal, whose keys count at once, or at the end of a pipe, which has lines
 * only. What the terminal was like before comes back at the end, however this ends.
 */
public final class Console implements AutoCloseable {
    private final Screen screen;
    private final Optional<Terminal> terminal;
    private final Optional<Attributes> before;

    private Console(Screen screen, Optional<Terminal> terminal) {
        this.screen = screen;
        this.terminal = terminal;
        this.before = terminal.map(Terminal::enterRawMode);
    }

    /** The one of this process. */
    public static Console ofThisProcess(Screen screen) {
        return SystemTerminal.open()
                .map(terminal -> on(terminal, screen))
                .orElseGet(() -> new Console(screen, Optional.empty()));
    }

    /** One on a terminal, with the colours of a screen. */
    public static Console on(Terminal terminal, Screen screen) {
        return new Console(new Screen(terminal.writer(), terminal.writer(), screen.ansi(), () -> TerminalWidth.of(terminal)),
                           Optional.of(terminal));
    }

    /** What is printed to. */
    public Screen screen() {
        return screen;
    }

    /** Whether somebody can press a key. */
    public boolean hasKeys() {
        return terminal.isPresent();
    }

    /** How many rows of text there is room for; without limit in a pipe, and where the terminal does not say. */
    public int rows() {
        return terminal.map(Terminal::getHeight).filter(rows -> rows > 0).orElse(Integer.MAX_VALUE);
    }

    /** Removes what was shown before, where that is possible. */
    public void clear() {
        terminal.ifPresent(shown -> {
            shown.puts(Capability.clear_screen);
            shown.flush();
        });
    }

    /** Shows what is going on, for a moment. */
    public void status(String text) {
        terminal.ifPresentOrElse(shown -> {
            shown.puts(Capability.carriage_return);
            shown.puts(Capability.clr_eol);
            int room = TerminalWidth.of(shown) - 1;
            shown.writer().print(screen.faint(text.substring(0, Math.min(text.length(), room))));
            shown.flush();
        }, () -> screen.progress(text));
    }

    /**
     * Begins to listen; in a pipe, nobody presses a key.
     *
     * @param key     takes each key that is pressed; upper and lower case differ
     * @param resized is called when the terminal has another size
     * @param stopped is called when it is over: the terminal is closed, or Ctrl-C was pressed
     */
    public void listen(Consumer<Character> key, Runnable resized, Runnable stopped) {
        terminal.ifPresent(heard -> {
            heard.handle(Signal.INT, _ -> stopped.run());
            heard.handle(Signal.WINCH, _ -> resized.run());
            heard.handle(Signal.CONT, _ -> {
                heard.enterRawMode();
                resized.run();
            });
            Thread.ofPlatform().daemon().name("keys").start(() -> read(heard, key, stopped));
        });
    }

    /** No key map: each key is one character, and those without a meaning count, too. */
    private static void read(Terminal terminal, Consumer<Character> keys, Runnable stopped) {
        try {
            for (int key = terminal.reader().read(); key >= 0; key = terminal.reader().read()) {
                keys.accept((char) key);
            }
        } catch (IOException e) {
            // the terminal is gone
        }
        stopped.run();
    }

    @Override
    public void close() {
        terminal.ifPresent(shown -> {
            shown.setAttributes(before.orElseThrow());
            Uncheck.run(shown::close);
        });
    }
}
