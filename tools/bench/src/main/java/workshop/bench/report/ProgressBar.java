package workshop.bench.report;

import java.io.PrintStream;

/**
 * How far the benchmark is, on standard error: a bar that grows on a terminal, else a line for each tenth.
 * <p>
 * A library's bar would write a line a second where there is no terminal.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final PrintStream OUT = System.err;

    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final boolean colours = terminal && (System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty());
    private final double total;
    private double done;
    private volatile int shown = -1;
    private String what = "";

    /**
     * A bar that has its line to itself.
     *
     * @param total the expected time, in seconds
     */
    public ProgressBar(double total) {
        this.total = total;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end)); // after Ctrl-C, too
    }

    /** Shows what is measured from now on. */
    public void begin(String next) {
        what = next;
        shown = -1;
        show();
    }

    /** Shows that some of the expected time, in seconds, is done. */
    public void advance(double seconds) {
        done += seconds;
        show();
    }

    private void show() {
        int percent = (int) Math.min(100, 100 * done / total);
        int step = terminal ? percent : percent / 10;
        if (step == shown) {
            return;
        }
        shown = step;
        if (terminal) {
            int full = WIDTH * percent / 100;
            var bar = "█".repeat(full);
            OUT.printf("\r%s%s %3d %%  %-22s",
                       colours ? "\033[32m" + bar + "\033[0m" : bar, "░".repeat(WIDTH - full), percent, what);
        } else {
            OUT.printf("%3d %%  %s%n", percent, what);
        }
        OUT.flush();
    }

    /** Ends the line of the bar, if it has not ended yet. */
    public void end() {
        if (terminal && shown >= 0) {
            shown = -1;
            OUT.println();
        }
    }
}
