package workshop.companion.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

import workshop.companion.build.Build;
import workshop.companion.process.StepServer;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Runs the learner's server in between, until a key is pressed.
 *
 * @param events   what happens meanwhile
 */
record ServerUntilKey(Workshop workshop, Step step, Screen screen, BlockingQueue<Event> events) {
    /** Runs it; tells whether something was saved meanwhile. */
    boolean run() throws InterruptedException {
        Path jar = new Build(workshop, screen::progress).starter(step);
        screen.wrapped("", screen.faint("Your server of %s.".formatted(step.title())));
        var server = StepServer.start(step, jar, List.of(), "Any key stops the server.", screen::line);
        Thread.startVirtualThread(() -> tellWhenItEnds(server));
        boolean saved = false;
        var others = new ArrayList<Event>();
        boolean stays = true;
        while (stays) {
            switch (events.take()) {
                case Event.Saved() -> saved = true;
                case Event.Key _, Event.Stop() -> stays = false;
                case Event.ServerEnded() -> screen.wrapped("", "The server has ended. Press a key to go on.");
                case Event.Resized() -> { }
                case Event other -> others.add(other); // of the tests
            }
        }
        screen.progress("Stopping …");
        server.stop();
        events.addAll(others);
        return saved;
    }

    private void tellWhenItEnds(StepServer server) {
        try {
            server.await();
            events.add(new Event.ServerEnded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
