package workshop.companion.view;

import java.util.List;

import workshop.companion.terminal.Screen;
import workshop.companion.work.SolutionDiff;
import workshop.model.Step;

/**
 * Shows a step's difference to its solution: in a pipe as it is, on a terminal in colours.
 */
public record DiffPage(Screen screen) {
    /** Shows it; returns whether there is any. */
    public boolean show(Step step) {
        List<String> lines = SolutionDiff.of(step);
        if (lines.isEmpty()) {
            screen.progress("Your %s is the same as the solution.".formatted(step.title()));
        }
        lines.forEach(line -> screen.line(coloured(line)));
        return !lines.isEmpty();
    }

    private String coloured(String line) {
        if (line.startsWith("--- ") || line.startsWith("+++ ")) {
            return screen.strong(line);
        }
        if (line.startsWith("@@")) {
            return screen.faint(line);
        }
        if (line.startsWith("-")) {
            return screen.bad(line);
        }
        return line.startsWith("+") ? screen.good(line) : line;
    }
}
