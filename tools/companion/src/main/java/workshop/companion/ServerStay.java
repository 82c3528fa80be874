package workshop.companion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

import workshop.companion.server.ServerProcess;
import workshop.companion.step.Build;
import workshop.companion.watch.Event;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Runs the learner's server in between, until a key is pressed.
 *
 * @param workshop the workshop
 * @param step     the step
 * @param desk     where the learner sits
 * @param events   what happens there
 */
record ServerStay(Workshop workshop, Step step, Desk desk, BlockingQueue<Event> events) {
    /** Runs it; tells whether something was saved meanwhile. */
    boolean untilKey() throws InterruptedException {
        Screen screen = desk.screen();
        Path jar = new Build(workshop, screen::progress).starter(step);
        screen.wrapped("", screen.faint("Your server of %s. Any key stops it.".formatted(step.title())));
        var server = ServerProcess.start(jar, step.number() >= RunCommand.FIRST_THAT_STAGES, List.of(), screen::line);
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
                case Event.Tested other -> others.add(other);
                case Event.Passed other -> others.add(other);
                case Event.Ended other -> others.add(other);
            }
        }
        screen.progress("Stopping …");
        server.stop();
        events.addAll(others);
        return saved;
    }

    private void tellWhenItEnds(ServerProcess server) {
        try {
            server.await();
            events.add(new Event.ServerEnded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
