package workshop.companion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

import picocli.CommandLine.Help.Ansi;

import workshop.companion.watch.Event;

/**
 * A terminal whose keys count at once. What it was like before comes back at the end, however this ends.
 */
final class KeyDesk implements Desk {
    private final Terminal terminal;
    private final Attributes before;
    private final Screen screen;

    KeyDesk(Terminal terminal, Ansi ansi) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        this.screen = new Screen(terminal.writer(), terminal.writer(), ansi, this::width);
    }

    /** The one of this process; a pipe if it has none. */
    static Desk ofThisProcess(Screen screen) {
        if (!TerminalWidth.isTerminal()) {
            return new PipeDesk(screen);
        }
        try {
            Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                terminal.close();
                return new PipeDesk(screen);
            }
            return new KeyDesk(terminal, screen.ansi());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void status(String text) {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eol);
        terminal.writer().print(screen.faint(text.length() < width() ? text : text.substring(0, width() - 1)));
        terminal.flush();
    }

    @Override
    public void listen(Consumer<Event> events) {
        terminal.handle(Signal.INT, signal -> events.accept(new Event.Stop()));
        terminal.handle(Signal.WINCH, signal -> events.accept(new Event.Resized()));
        terminal.handle(Signal.CONT, signal -> {
            terminal.enterRawMode();
            events.accept(new Event.Resized());
        });
        Thread.ofPlatform().daemon().name("keys").start(() -> read(events));
    }

    private void read(Consumer<Event> events) {
        try {
            for (int key = terminal.reader().read(); key >= 0; key = terminal.reader().read()) {
                events.accept(new Event.Key((char) key));
            }
        } catch (IOException e) {
            // the terminal is gone
        }
        events.accept(new Event.Stop());
    }

    private int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
