package workshop.companion.watch;

import java.util.List;
import java.util.Optional;

import workshop.companion.progress.TestOutcome;

/**
 * What can happen while a step is watched.
 */
sealed interface Event {
    /** A source was saved. */
    record Saved() implements Event {
    }

    /** A key was pressed; upper and lower case differ. */
    record Key(char key) implements Event {
    }

    /** The terminal has another size. */
    record Resized() implements Event {
    }

    /** It is over: the terminal is closed, or Ctrl-C was pressed. */
    record Stop() implements Event {
    }

    /** In the run of a number, one test has ended. */
    record Tested(int run, TestOutcome outcome) implements Event {
    }

    /** In the run of a number, the test that was run before the others is green. */
    record Passed(int run) implements Event {
    }

    /**
     * A run is over.
     *
     * @param run      its number
     * @param outcomes of all tests, in order; empty if there is a problem
     * @param problem  why the tests could not be run to their end
     */
    record Ended(int run, List<TestOutcome> outcomes, Optional<String> problem) implements Event {
    }

    /** The server that was started has ended by itself. */
    record ServerEnded() implements Event {
    }
}
