package workshop.companion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

import workshop.companion.hint.HintFailure;
import workshop.companion.hint.ShownHints;
import workshop.companion.progress.Outcome;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestClassPath;
import workshop.companion.progress.TestJvm;
import workshop.companion.progress.TestName;
import workshop.companion.progress.TestRun;
import workshop.companion.progress.TestRunFailure;
import workshop.companion.step.Build;
import workshop.companion.step.BuildFailure;
import workshop.companion.step.StepCompiler;
import workshop.companion.watch.Event;
import workshop.companion.watch.SourceWatch;
import workshop.companion.watch.WarmTests;
import workshop.companion.work.RememberedProgress;
import workshop.companion.work.Replacement;
import workshop.companion.work.StarterMissing;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Watches one step: after each save, it compiles and tests, and shows the one test that matters next.
 */
final class StepWatch implements AutoCloseable {
    private final Workshop workshop;
    private final Step step;
    private final Desk desk;
    private final BlockingQueue<Event> events;
    private final WatchPage page;
    private final SourceWatch sources;
    private final RememberedProgress remembered;

    private StepCompiler compiler; // these two are there once the libraries are
    private WarmTests tests;
    private int run;
    private long startedAt;
    private int ended;
    private Optional<TestName> red = Optional.empty();
    private boolean redShown;
    private boolean green;
    private Optional<Runnable> asked = Optional.empty();

    StepWatch(Workshop workshop, Step step, Desk desk, BlockingQueue<Event> events, boolean polling, String news) {
        this.workshop = workshop;
        this.step = step;
        this.desk = desk;
        this.events = events;
        this.page = new WatchPage(workshop, step, desk, news);
        this.remembered = new RememberedProgress(workshop);
        this.sources = SourceWatch.start(step.starter().resolve("src"), polling, () -> events.add(new Event.Saved()));
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
                case Event.Tested(int of, Outcome outcome) when of == run -> tested(outcome);
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
            desk.status("Compiling %s …".formatted(step.title()));
            List<String> messages = compiler.compile();
            if (messages.isEmpty()) {
                desk.status("Testing %s …".formatted(step.title()));
                run = tests.run(new TestRun(workshop, step).request(compiler.testClasses(), compiler.classes()), red);
            } else {
                page.problem("does not compile", messages);
            }
        } catch (BuildFailure | TestRunFailure e) {
            page.problem("can't be tested", e.getMessage().lines().toList());
        }
    }

    private void prepare() {
        if (compiler != null) {
            return;
        }
        new Build(workshop, desk::status).libraries(step);
        try {
            compiler = new StepCompiler(workshop.root(), step, TestClassPath.of(workshop, step));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tests = new WarmTests(() -> TestJvm.start(workshop, step), events::add);
    }

    private void tested(Outcome outcome) {
        ended++;
        if (outcome.failed() && !redShown) {
            redShown = true;
            red = Optional.of(new TestName(outcome.className(), outcome.methodName()));
            page.red(outcome, seconds());
        }
        if (desk.hasKeys()) {
            desk.status(redShown ? "and the others: %d …".formatted(ended) : "Testing %s … %d".formatted(step.title(), ended));
        }
    }

    private void ended(Event.Ended end) {
        if (end.problem().isPresent()) {
            page.problem("can't be tested", List.of(end.problem().get()));
            return;
        }
        var progress = new StepProgress(step, StepTest.of(end.outcomes()));
        remembered.remember(progress);
        green = progress.done();
        Optional<StepTest> first = progress.failed().reversed().stream().findFirst();
        red = first.map(StepTest::id);
        page.ended(progress, seconds());
    }

    private String seconds() {
        return "%.1f s".formatted((System.nanoTime() - startedAt) / 1e9).formatted(Locale.ROOT);
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
        } catch (HintFailure | StarterMissing | BuildFailure | UncheckedIOException e) {
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
        new ShownHints(workshop.root()).forget(step);
        page.more(screen -> new ReplacementReport(workshop.root(), screen).show(step, "the starter again", kept));
    }

    private void runServer() throws InterruptedException {
        desk.clear();
        boolean saved = new ServerStay(workshop, step, desk, events).untilKey();
        if (saved) {
            test();
        } else {
            page.show();
        }
    }

    @Override
    public void close() {
        sources.close();
        if (compiler != null) {
            compiler.close();
            tests.close();
        }
    }
}
