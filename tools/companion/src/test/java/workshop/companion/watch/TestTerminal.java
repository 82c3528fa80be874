package workshop.companion.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import picocli.CommandLine.Help.Ansi;

import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;

/**
 * A terminal on which a test presses keys, and of which it reads the page that is shown now.
 */
final class TestTerminal {
    private static final int CAP_IN_SECONDS = 60;
    private static final String CLEARED = "\u001b[H\u001b[2J";

    /** With this, a page is complete. */
    private static final String LAST = "Enter again";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final Terminal terminal;

    /** One that does not say how large it is. */
    TestTerminal() throws IOException {
        this(0, 0);
    }

    TestTerminal(int columns, int rows) throws IOException {
        terminal = new ExternalTerminal("test", "xterm", new PipedInputStream(keys), new OutputStream() {
            @Override
            public void write(int part) {
                show(new byte[] {(byte) part}, 0, 1);
            }

            @Override
            public void write(byte[] text, int from, int length) {
                show(text, from, length);
            }
        }, StandardCharsets.UTF_8);
        terminal.setSize(new Size(columns, rows));
    }

    Console console() {
        return console(Ansi.OFF);
    }

    Console console(Ansi colours) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream());
        return Console.on(terminal, new Screen(nowhere, nowhere, colours, () -> Integer.MAX_VALUE));
    }

    void press(char key) throws IOException {
        keys.write(key);
        keys.flush();
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        terminal.raise(Terminal.Signal.INT);
    }

    /** Waits until a complete page has a text; returns the page. */
    String await(String text) throws InterruptedException {
        return await(text, LAST);
    }

    /** Waits until something is going on, below the page. */
    synchronized String await(String text, String other) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CAP_IN_SECONDS);
        while (!page().contains(text) || !page().contains(other)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'%s' is not shown within %d s, but:%n%s".formatted(text, CAP_IN_SECONDS, page()));
            }
            TimeUnit.SECONDS.timedWait(this, CAP_IN_SECONDS);
        }
        return page();
    }

    /** The page that is shown now. */
    synchronized String page() {
        String all = all();
        return all.substring(Math.max(0, all.lastIndexOf(CLEARED)));
    }

    /** All pages so far. */
    synchronized String all() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private synchronized void show(byte[] text, int from, int length) {
        shown.write(text, from, length);
        notifyAll();
    }
}
