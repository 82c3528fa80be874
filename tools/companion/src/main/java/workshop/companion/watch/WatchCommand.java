package workshop.companion.watch;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import workshop.companion.command.WorkshopSubcommand;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
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
    private String number;

    @Option(names = "--poll", description = "Looks at the files again and again, where the file system does not tell of changes.")
    private boolean polling;

    public WatchCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        workshop.latest();
        var current = new CurrentStep(workshop);
        var remembered = new RememberedProgress(workshop);
        var events = new LinkedBlockingQueue<Event>();
        Optional<Step> step = Optional.of(number == null ? current.toDo(remembered::done).orElseGet(workshop::latest) : workshop.step(number));
        try (var console = Console.ofThisProcess(screen)) {
            console.listen(key -> events.add(new Event.Key(key)), () -> events.add(new Event.Resized()),
                           () -> events.add(new Event.Stop()));
            String news = "";
            while (step.isPresent()) {
                current.is(step.get());
                try (var watch = new StepWatch(workshop, step.get(), console, events, polling, news)) {
                    news = "%s is done. %s".formatted(step.get().title(), step.get().token().line());
                    step = watch.untilGreen() ? next(step.get()) : Optional.empty();
                }
            }
        }
        return 0;
    }

    private Optional<Step> next(Step done) {
        return workshop.steps().stream().filter(step -> step.number() > done.number()).findFirst();
    }
}
