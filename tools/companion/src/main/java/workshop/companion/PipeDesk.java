package workshop.companion;

import java.util.function.Consumer;

import workshop.companion.watch.Event;

/**
 * The end of a pipe: lines only, until Ctrl-C.
 *
 * @param screen what is printed to
 */
record PipeDesk(Screen screen) implements Desk {
    @Override
    public boolean hasKeys() {
        return false;
    }

    @Override
    public void clear() {
        // what a pipe has is gone
    }

    @Override
    public void status(String text) {
        screen.progress(text);
    }

    @Override
    public void listen(Consumer<Event> events) {
        // nobody presses a key
    }

    @Override
    public void close() {
        // it stays as it is
    }
}
