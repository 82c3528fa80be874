package workshop.companion.watch;

import java.util.List;
import java.util.Optional;

import workshop.companion.progress.Outcome;

/**
 * What can happen while a step is watched.
 */
public sealed interface Event {
    /** A source was saved. */
    record Saved() implements Event {
    }

    /**
     * A key was pressed.
     *
     * @param key which; upper and lower case differ
     */
    record Key(char key) implements Event {
    }

    /** The terminal has another size. */
    record Resized() implements Event {
    }

    /** It is over: the terminal is closed, or Ctrl-C was pressed. */
    record Stop() implements Event {
    }

    /**
     * One test has ended.
     *
     * @param run     the number of the run
     * @param outcome how
     */
    record Tested(int run, Outcome outcome) implements Event {
    }

    /**
     * The test that was run before the others is green.
     *
     * @param run the number of the run
     */
    record Passed(int run) implements Event {
    }

    /**
     * A run is over.
     *
     * @param run      its number
     * @param outcomes of all tests, in order; empty if there is a problem
     * @param problem  why the tests could not be run to their end
     */
    record Ended(int run, List<Outcome> outcomes, Optional<String> problem) implements Event {
    }

    /** The server that was started has ended by itself. */
    record ServerEnded() implements Event {
    }
}
