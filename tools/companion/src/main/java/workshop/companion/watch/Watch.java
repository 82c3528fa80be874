package workshop.companion.watch;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.room.RoomLink;

/**
 * Tests a step after each save, and goes on to the next one when it is green.
 *
 * @param polling whether looking at the files takes time, as on some network drives
 */
public record Watch(Workshop workshop, Screen screen, boolean polling) {
    /**
     * Begins with a step, or if that is {@code null} where the learner left off, and ends when nobody wants to go on.
     *
     * @param room the room that is told of it
     */
    public void from(Step step, Optional<RoomLink> room) throws InterruptedException {
        Step last = workshop.latest();
        var current = new CurrentStep(workshop);
        var events = new LinkedBlockingQueue<StepWatch.Event>();
        Optional<Step> watched = Optional.ofNullable(step)
                .or(() -> current.toDo(new RememberedProgress(workshop)::done))
                .or(() -> Optional.of(last));
        try (var console = Console.ofThisProcess(screen)) {
            console.listen(key -> StepWatch.press(key, events), () -> events.add(StepWatch::resized));
            room.ifPresent(link -> link.onNews(() -> events.add(StepWatch::roomHasNews)));
            String news = "";
            while (watched.isPresent()) {
                Step now = watched.get();
                current.is(now);
                try (var watch = new StepWatch(workshop, now, console, events, polling, news, room)) {
                    watched = watch.untilGreen() ? current.after(now) : Optional.empty();
                }
                news = "%s is done. %s".formatted(now.title(), now.token().line());
            }
        }
    }
}
