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
            int red = progress.next().map(all::indexOf).orElse(0);
            first = Math.max(0, red - BEFORE);
            while (first < red && !fit(screen, all.subList(first, red + 1), room)) {
                first++;
            }
            end = red;
            while (end < all.size() && fit(screen, all.subList(first, end + 1), room)) {
                end++;
            }
        }
        leftOut(screen, first, "before these");
        lines(screen, all.subList(first, end)).forEach(screen::line);
        leftOut(screen, all.size() - end, "after these");
    }

    /** With a line for those before, and one for those after. */
    private static boolean fit(Screen screen, List<StepTest> tests, int room) {
        return screen.rows(lines(screen, tests)) + 2 <= room;
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
