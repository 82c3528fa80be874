package workshop.companion.watch;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

import workshop.companion.CommandFailure;
import workshop.companion.build.Build;
import workshop.companion.build.StepCompiler;
import workshop.companion.build.StepSources;
import workshop.companion.hint.HintPage;
import workshop.companion.memory.RememberedProgress;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestName;
import workshop.companion.progress.TestOutcome;
import workshop.companion.terminal.Console;
import workshop.companion.testrun.TestClassPath;
import workshop.companion.testrun.TestJvm;
import workshop.companion.testrun.TestRun;
import workshop.companion.view.DiffPage;
import workshop.companion.view.ReplacementReport;
import workshop.companion.work.Replacement;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.FolderWatch;

/**
 * Watches one step: after each save, it compiles and tests, and shows the one test that matters next.
 */
final class StepWatch implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(25);
    private static final Duration SELDOM = Duration.ofMillis(150);

    private final Workshop workshop;
    private final Step step;
    private final Console console;
    private final BlockingQueue<Event> events;
    private final WatchPage page;
    private final FolderWatch saves;
    private final RememberedProgress remembered;

    private StepCompiler compiler; // these are there once the libraries are
    private WarmTests tests;
    private StepSources sources;
    private byte[] tested = {};
    private int run;
    private long startedAt;
    private int ended;
    private Optional<TestName> red = Optional.empty();
    private boolean redShown;
    private boolean green;
    private Optional<Runnable> asked = Optional.empty();

    /**
     * Begins to watch.
     *
     * @param console where the page is shown
     * @param events  takes what is saved, and how tests end; others may add to it
     * @param polling whether looking at the files takes time, as on some network drives
     * @param news    what to say before the first verdict
     */
    StepWatch(Workshop workshop, Step step, Console console, BlockingQueue<Event> events, boolean polling, String news) {
        this.workshop = workshop;
        this.step = step;
        this.console = console;
        this.events = events;
        this.page = new WatchPage(workshop, step, console, news);
        this.remembered = new RememberedProgress(workshop);
        this.saves = FolderWatch.start(step.starter().resolve("src"), _ -> true, polling ? SELDOM : OFTEN,
                                         () -> events.add(new Event.Saved()));
    }

    /** Watches until the step is green and there is another one, or nobody wants to go on; tells which. */
    boolean untilGreen() throws InterruptedException {
        page.beginning();
        test();
        while (true) {
            switch (events.take()) {
                case Event.Saved() -> {
                    page.forgetNews();
                    test();
                }
                case Event.Tested(int of, TestOutcome outcome) when of == run -> tested(outcome);
                case Event.Passed(int of) when of == run -> page.passed(seconds());
                case Event.Ended end when end.run() == run -> ended(end);
                case Event.Key(char key) -> {
                    if (!press(key)) {
                        return false;
                    }
                }
                case Event.Resized() -> page.show();
                case Event.Stop() -> {
                    return false;
                }
                case Event.Tested _, Event.Passed _, Event.Ended _, Event.ServerEnded() -> { } // of a run that was given up
            }
            if (green && !step.equals(workshop.latest())) {
                return true;
            }
        }
    }

    private void test() {
        run = 0;
        ended = 0;
        redShown = false;
        green = false;
        asked = Optional.empty();
        try {
            prepare();
            startedAt = System.nanoTime();
            tested = sources.digest();
            console.status("Compiling %s …".formatted(step.title()));
            List<String> messages = compiler.compile();
            if (messages.isEmpty()) {
                console.status("Testing %s …".formatted(step.title()));
                run = tests.run(new TestRun(workshop, step).request(compiler.testClasses(), compiler.classes()), red);
            } else {
                page.problem("does not compile", messages);
            }
        } catch (CommandFailure e) {
            page.problem("can't be tested", e.getMessage().lines().toList());
        }
    }

    private void prepare() {
        if (compiler != null) {
            return;
        }
        sources = StepSources.of(workshop, step);
        new Build(workshop, console::status).libraries(step);
        compiler = new StepCompiler(workshop.root(), step, TestClassPath.of(workshop, step));
        tests = new WarmTests(() -> TestJvm.start(workshop, step), events::add);
    }

    private void tested(TestOutcome outcome) {
        ended++;
        if (outcome.failed() && !redShown) {
            redShown = true;
            red = Optional.of(outcome.test());
            page.red(outcome, seconds());
        }
        if (console.hasKeys()) {
            console.status("%s … %d tests have ended".formatted(redShown ? "Still counting" : "Testing " + step.title(), ended));
        }
    }

    private void ended(Event.Ended end) {
        if (end.problem().isPresent()) {
            page.problem("can't be tested", List.of(end.problem().get()));
            return;
        }
        var progress = new StepProgress(step, StepTest.of(end.outcomes()));
        remembered.remember(progress, tested);
        green = progress.done();
        red = progress.worst().flatMap(StepTest::failure).map(TestOutcome::test);
        page.ended(progress, seconds());
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - startedAt) / 1e9);
    }

    /** Does what a key stands for; {@code false} if that is to quit. */
    private boolean press(char key) throws InterruptedException {
        Optional<Runnable> confirmed = asked.filter(_ -> key == 'y');
        asked = Optional.empty();
        try {
            switch (key) {
                case 'h' -> page.more(screen -> new HintPage(workshop, screen).show(step));
                case 'd' -> {
                    if (green) {
                        diff();
                    } else {
                        ask("See the solution of %s, beside yours?", this::diff);
                    }
                }
                case 'l' -> page.list();
                case 'r' -> runServer();
                case 'x' -> ask("Begin %s anew? What you have is kept.", this::reset);
                case 'y' -> confirmed.ifPresent(Runnable::run);
                case '\r', '\n' -> test();
                case 'q' -> {
                    return false;
                }
                default -> page.verdictOnly();
            }
        } catch (CommandFailure | UncheckedIOException e) {
            page.more(screen -> screen.wrapped("", e.getMessage()));
        }
        return true;
    }

    private void ask(String question, Runnable yes) {
        asked = Optional.of(yes);
        page.more(screen -> screen.wrapped("", (question + " y: yes, any other key: no").formatted(step.title())));
    }

    private void diff() {
        page.more(screen -> new DiffPage(screen).show(step));
    }

    private void reset() {
        var kept = new Replacement(workshop).byStarter(step);
        page.more(screen -> new ReplacementReport(workshop.root(), screen).show(step, "the starter again", kept));
    }

    private void runServer() throws InterruptedException {
        console.clear();
        boolean saved = new ServerUntilKey(workshop, step, console.screen(), events).run();
        if (saved) {
            test();
        } else {
            page.show();
        }
    }

    @Override
    public void close() {
        saves.close();
        if (compiler != null) {
            compiler.close();
            tests.close();
        }
    }
}
