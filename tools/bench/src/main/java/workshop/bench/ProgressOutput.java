package workshop.bench;

import java.io.PrintStream;

/**
 * Shows the progress: a bar that grows on a terminal, else a line for each tenth.
 */
final class ProgressOutput implements Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean colours;
    private final double total;
    private double done;
    private volatile int shown = -1;
    private String what = "";

    /**
     * @param out      where to
     * @param terminal whether that is a terminal
     * @param colours  whether colours are wanted there
     * @param total    the expected time, in seconds
     */
    ProgressOutput(PrintStream out, boolean terminal, boolean colours, double total) {
        this.out = out;
        this.terminal = terminal;
        this.colours = colours;
        this.total = total;
    }

    /** Progress on standard error, in colours on a terminal unless {@code NO_COLOR} is set. */
    static ProgressOutput ofThisProcess(double total) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        var noColor = System.getenv("NO_COLOR");
        var output = new ProgressOutput(System.err, terminal, terminal && (noColor == null || noColor.isEmpty()), total);
        Runtime.getRuntime().addShutdownHook(new Thread(output::end)); // after Ctrl-C, too
        return output;
    }

    @Override
    public void begin(String next) {
        what = next;
        shown = -1;
        show();
    }

    @Override
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
            out.printf("\r%s%s %3d %%  %-22s", colours ? "\033[32m" + bar + "\033[0m" : bar, "░".repeat(WIDTH - full), percent, what);
        } else {
            out.printf("%3d %%  %s%n", percent, what);
        }
        out.flush();
    }

    /** Ends the line of the bar, if it has not ended yet. */
    void end() {
        if (terminal && shown >= 0) {
            shown = -1;
            out.println();
        }
    }
}
