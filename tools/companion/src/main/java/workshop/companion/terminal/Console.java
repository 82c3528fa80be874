package workshop.companion.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.commons.io.function.Uncheck;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * Where a page is shown again and again: on a terminal, whose keys count at once, or at the end of a pipe, which has lines
 * only. JLine gives the terminal back as it was before, however this ends.
 */
public final class Console implements AutoCloseable {
    /** The key Ctrl-C, which is pressed, too, when the terminal is closed. */
    public static final char STOP = 3;

    private final Screen screen;
    private final Optional<Terminal> terminal;
    private final Optional<Attributes> before;
    private volatile boolean lent;

    private Console(Screen screen, Optional<Terminal> terminal) {
        this.screen = screen;
        this.terminal = terminal;
        this.before = terminal.map(Terminal::enterRawMode);
    }

    /** The one of this process. */
    public static Console ofThisProcess(Screen screen) {
        return open().map(terminal -> on(terminal, screen)).orElseGet(() -> new Console(screen, Optional.empty()));
    }

    /** One on a terminal, with the colours of a screen. */
    public static Console on(Terminal terminal, Screen screen) {
        return new Console(new Screen(terminal.writer(), terminal.writer(), screen.ansi(), () -> columns(terminal)),
                           Optional.of(terminal));
    }

    /** The columns of the terminal that this process prints to, which is asked once; without limit where it prints to none. */
    static final class Columns {
        static final int OF_THIS_PROCESS = open().map(Columns::ask).orElse(Integer.MAX_VALUE);

        private Columns() {
        }

        private static int ask(Terminal terminal) {
            int columns = columns(terminal);
            Uncheck.run(terminal::close);
            return columns;
        }
    }

    /** The columns that a terminal has now; without limit where it does not say. */
    private static int columns(Terminal terminal) {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }

    /** There is none unless both the input and the output of this process are a terminal that JLine knows. */
    private static Optional<Terminal> open() {
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
            int room = columns(shown) - 1;
            shown.writer().print(screen.faint(text.substring(0, Math.min(text.length(), room))));
            shown.flush();
        }, () -> screen.progress(text));
    }

    /**
     * Begins to listen; in a pipe, nobody presses a key.
     *
     * @param key     takes each key that is pressed; upper and lower case differ. No other is read until it comes back
     * @param resized is called when the terminal has another size
     */
    public void listen(Consumer<Character> key, Runnable resized) {
        terminal.ifPresent(heard -> {
            heard.handle(Signal.INT, _ -> {
                if (!lent) {
                    key.accept(STOP);
                }
            });
            heard.handle(Signal.WINCH, _ -> resized.run());
            heard.handle(Signal.CONT, _ -> {
                if (!lent) {
                    heard.enterRawMode();
                    resized.run();
                }
            });
            Thread.ofPlatform().daemon().name("keys").start(() -> read(heard, key));
        });
    }

    /** No key map: each key is one character, and those without a meaning count, too. */
    private static void read(Terminal terminal, Consumer<Character> keys) {
        try {
            for (int key = terminal.reader().read(); key >= 0; key = terminal.reader().read()) {
                keys.accept((char) key);
            }
        } catch (IOException e) {
            // the terminal is gone
        }
        keys.accept(STOP);
    }

    /**
     * Gives the terminal to a program until that has ended, and takes it back then. Nobody may read keys meanwhile.
     *
     * @return the program's status
     * @throws UncheckedIOException if it can't be started
     */
    public int lendTo(ProcessBuilder program) throws InterruptedException {
        lent = true;
        clear();
        terminal.ifPresent(shared -> shared.setAttributes(before.orElseThrow()));
        try {
            return Uncheck.get(program.inheritIO()::start).waitFor();
        } finally {
            terminal.ifPresent(Terminal::enterRawMode);
            lent = false;
        }
    }

    @Override
    public void close() {
        terminal.ifPresent(shown -> Uncheck.run(shown::close));
    }
}
