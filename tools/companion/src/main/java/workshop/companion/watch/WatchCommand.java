package workshop.companion.watch;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import workshop.companion.command.WorkshopSubcommand;
import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.work.CurrentStep;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop watch}: tests a step after each save, and goes on to the next one when it is green.
 */
@Command(name = "watch", customSynopsis = "${COMMAND-FULL-NAME} [N] [--poll]",
         description = "Tests a step each time you save, and shows the test to make green next. Keys: hint, diff, list, run,"
                 + " reset, quit. Goes on to the next step when this one is green.")
public final class WatchCommand extends WorkshopSubcommand {
    @Parameters(paramLabel = "N", arity = "0..1",
                description = "The number of the step; where you left off if left out.")
    private Step step;

    @Option(names = "--poll", description = "Looks at the files again and again, where the file system does not tell of changes.")
    private boolean polling;

    public WatchCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        Step last = workshop.latest();
        var current = new CurrentStep(workshop);
        var events = new LinkedBlockingQueue<StepWatch.Event>();
        Optional<Step> watched = Optional.ofNullable(step).or(() -> current.toDo(new RememberedProgress(workshop)::done)).or(() -> Optional.of(last));
        try (var console = Console.ofThisProcess(screen)) {
            console.listen(key -> events.add(watch -> watch.press(key)), () -> events.add(StepWatch::resized));
            String news = "";
            while (watched.isPresent()) {
                Step now = watched.get();
                current.is(now);
                try (var watch = new StepWatch(workshop, now, console, events, polling, news)) {
                    watched = watch.untilGreen() ? current.after(now) : Optional.empty();
                }
                news = "%s is done. %s".formatted(now.title(), now.token().line());
            }
        }
        return 0;
    }
}
