package workshop.companion;

import java.util.function.Consumer;

import workshop.companion.watch.Event;

/**
 * Where a learner sits and watches: a terminal with keys, or the end of a pipe.
 */
interface Desk extends AutoCloseable {
    /** What is printed to. */
    Screen screen();

    /** Whether somebody can press a key. */
    boolean hasKeys();

    /** Removes what was shown before, where that is possible. */
    void clear();

    /** Shows what is going on, for a moment. */
    void status(String text);

    /** Tells of keys, and when it is over. */
    void listen(Consumer<Event> events);

    @Override
    void close();
}
