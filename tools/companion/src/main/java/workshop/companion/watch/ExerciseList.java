package workshop.companion.watch;

import java.util.List;

import workshop.companion.terminal.Screen;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;

/**
 * The exercises of a step, as many as there is room for: the first one that is red, those just before it, and those that wait for it.
 */
record ExerciseList(StepProgress progress) {
    private static final int BEFORE = 2;

    /** Shows them in a number of rows. */
    void show(Screen screen, int room) {
        List<StepTest> all = progress.exercises();
        int first = 0;
        int end = all.size();
        if (screen.rows(lines(screen, all)) > room) {
            first = Math.max(0, progress.next().map(all::indexOf).orElse(0) - BEFORE);
            end = first;
            while (end < all.size() && screen.rows(lines(screen, all.subList(first, end + 1))) + 2 <= room) { // a line for each that is left out
                end++;
            }
        }
        leftOut(screen, first, "before these");
        lines(screen, all.subList(first, end)).forEach(screen::line);
        leftOut(screen, all.size() - end, "after these");
    }

    private static void leftOut(Screen screen, int number, String where) {
        if (number > 0) {
            screen.wrapped("  ", screen.faint("… %d more %s".formatted(number, where)));
        }
    }

    private static List<String> lines(Screen screen, List<StepTest> tests) {
        return screen.linesOf(to -> tests.forEach(test -> to.wrapped("  %s  ".formatted(state(to, test)), test.name())));
    }

    private static String state(Screen screen, StepTest test) {
        if (test.green()) {
            return screen.good("green");
        }
        return test.failed() ? screen.bad("red  ") : screen.faint("wait ");
    }
}
