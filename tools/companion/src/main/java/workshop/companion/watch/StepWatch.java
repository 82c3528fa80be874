package workshop.companion.watch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.build.Build;
import workshop.companion.build.StepCompiler;
import workshop.companion.build.StepSources;
import workshop.companion.command.ChildProgram;
import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.TestJvm;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestRun;
import workshop.companion.work.HintPage;
import workshop.companion.work.OpenTodo;
import workshop.companion.work.Place;
import workshop.companion.work.Replacement;
import workshop.companion.work.Solution;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.FolderWatch;
import workshop.room.RoomLink;
import workshop.testkit.process.ServerProcess;

/**
 * Watches one step: after each save, it compiles and tests, and shows the one test that matters next. All of it happens in one
 * thread, which takes one event after the other.
 */
final class StepWatch implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(25);
    private static final Duration SELDOM = Duration.ofMillis(150);

    private final Workshop workshop;
    private final Step step;
    private final Console console;
    private final BlockingQueue<Event> events;
    private final WatchPage page;
    private final Optional<RoomLink> room;
    private final RememberedProgress remembered;
    private final List<FolderWatch> saves;

    private StepCompiler compiler; // these are there once the libraries are
    private WarmTests tests;
    private StepSources sources;
    private Run run;
    private Optional<String> red = Optional.empty();
    private boolean green;
    private boolean over;
    private Optional<Runnable> asked = Optional.empty();
    private Optional<ServerProcess> server = Optional.empty();
    private boolean savedMeanwhile;

    /** What has happened, for the watch that takes it. */
    interface Event {
        void in(StepWatch watch) throws InterruptedException;
    }

    /**
     * Begins to watch.
     *
     * @param console where the page is shown
     * @param events  takes what is saved, and how tests end; others may add to it
     * @param polling whether looking at the files takes time, as on some network drives
     * @param news    what to say before the first verdict
     * @param room    the room that is told of it
     */
    StepWatch(Workshop workshop, Step step, Console console, BlockingQueue<Event> events, boolean polling, String news,
              Optional<RoomLink> room) {
        this.workshop = workshop;
        this.step = step;
        this.console = console;
        this.events = events;
        this.room = room;
        this.remembered = new RememberedProgress(workshop);
        this.page = new WatchPage(workshop, step, console, news, room.map(link -> link::line));
        this.saves = workshop.steps().stream()
                .map(each -> FolderWatch.start(each.starter().resolve("src"), _ -> true, each.equals(step) && !polling ? OFTEN : SELDOM,
                                               () -> events.add(watch -> watch.saved(each))))
                .toList();
    }

    /** Watches until the step is green and there is another one, or nobody wants to go on; tells which. */
    boolean untilGreen() throws InterruptedException {
        page.beginning();
        tellRoom("");
        test();
        while (!over && (!green || step.equals(workshop.latest()))) {
            events.take().in(this);
        }
        return !over;
    }

    /** What the room knows of the step is what was remembered of it last. */
    private void tellRoom(String red) {
        room.ifPresent(link -> link.works(step.number(), remembered.solved(step), remembered.exercises(step), red));
    }

    private void saved(Step where) {
        if (!where.equals(step)) {
            asked = Optional.empty();
            page.more(screen -> screen.wrapped("", "You saved in %s: %s goes there.".formatted(
                    where.title(), CommandName.with("watch " + where.number()))));
            return;
        }
        if (server.isPresent()) {
            savedMeanwhile = true;
            return;
        }
        page.forgetNews();
        test();
    }

    private void test() {
        run = null;
        green = false;
        asked = Optional.empty();
        savedMeanwhile = false;
        try {
            prepare();
            run = new Run();
            console.status("Compiling %s …".formatted(step.title()));
            List<String> messages = compiler.compile();
            if (messages.isEmpty()) {
                console.status("Testing %s …".formatted(step.title()));
                tests.run(new TestRun(workshop, console::status).request(step, compiler.testClasses(), compiler.classes()), red, run);
            } else {
                page.problem("does not compile", messages);
            }
        } catch (CommandFailure e) {
            page.problem("can't be tested", e.getMessage().lines().toList());
        }
    }

    private void prepare() {
        if (compiler == null) {
            sources = StepSources.of(workshop, step);
            new Build(workshop, console::status).libraries(step);
            compiler = new StepCompiler(step, TestJvm.classPath(workshop, step));
            tests = new WarmTests(() -> TestJvm.start(workshop, step));
        }
    }

    /** A run of the tests. What it tells counts until the next one begins. */
    private final class Run implements WarmTests.Listener {
        private final long startedAt = System.nanoTime();
        private final byte[] tested = sources.digest();
        private int ended;
        private boolean redShown;

        @Override
        public void tested(TestOutcome outcome) {
            tell(() -> {
                ended++;
                if (outcome.failed() && outcome.exercise() && !redShown) { // a given test may be red for the same reason
                    redShown = true;
                    red = Optional.of(outcome.test());
                    page.red(outcome, seconds());
                    tellRoom(outcome.name());
                }
                if (console.hasKeys() && server.isEmpty()) {
                    console.status("%s … %s ended".formatted(redShown ? "Still counting" : "Testing " + step.title(),
                                                              ended == 1 ? "1 test has" : ended + " tests have"));
                }
            });
        }

        @Override
        public void passed() {
            tell(() -> page.passed(seconds()));
        }

        @Override
        public void ended(List<TestOutcome> outcomes, String problem) {
            tell(() -> {
                if (!problem.isEmpty()) {
                    page.problem("can't be tested", List.of(problem));
                    return;
                }
                var progress = StepProgress.of(step, outcomes);
                remembered.remember(progress, tested);
                green = progress.done();
                red = progress.firstFailure().map(TestOutcome::test);
                tellRoom(progress.firstFailure().map(TestOutcome::name).orElse(""));
                page.ended(progress, seconds());
            });
        }

        private void tell(Runnable what) {
            events.add(_ -> {
                if (run == this) {
                    what.run();
                }
            });
        }

        private String seconds() {
            return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - startedAt) / 1e9);
        }
    }

    /** The terminal has another size. */
    void resized() {
        page.show();
    }

    /** The room was reached, or was not, or let nobody in. */
    void roomHasNews() {
        if (console.hasKeys()) {
            page.show();
        }
    }

    /**
     * Gives a key to the watch that takes the events, and comes back when that is done with it: only then may the next one be read, as
     * an editor may have the terminal meanwhile.
     */
    static void press(char key, BlockingQueue<Event> events) {
        var done = new CountDownLatch(1);
        events.add(watch -> {
            watch.press(key);
            done.countDown();
        });
        try {
            if (key != Console.STOP) { // nothing is read after it
                done.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what a key stands for. */
    void press(char key) throws InterruptedException {
        if (server.isPresent()) {
            stopServer();
            return;
        }
        Optional<Runnable> confirmed = asked.filter(_ -> key == 'y');
        asked = Optional.empty();
        try {
            switch (key) {
                case 'h' -> hint();
                case 'd' -> {
                    if (green) {
                        diff();
                    } else {
                        ask("See the solution of %s, beside yours?", this::diff);
                    }
                }
                case 'e' -> edit();
                case 'l' -> page.list();
                case 'r' -> runServer();
                case 'x' -> ask("Begin %s anew? What you have is kept.",
                                () -> page.more(screen -> new Replacement(workshop).byStarter(step, screen)));
                case '?' -> room.ifPresent(RoomLink::help);
                case 'y' -> confirmed.ifPresent(Runnable::run);
                case '\r', '\n' -> test();
                case 'q', Console.STOP -> over = true;
                default -> page.more(_ -> { });
            }
        } catch (CommandFailure | UncheckedIOException e) {
            page.more(screen -> screen.wrapped("", e.getMessage()));
        }
    }

    private void ask(String question, Runnable yes) {
        asked = Optional.of(yes);
        page.more(screen -> screen.wrapped("", (question + " y: yes, any other key: no").formatted(step.title())));
    }

    /** Opens the place that the page names, or else the first TODO that is left. */
    private void edit() throws InterruptedException {
        Optional<Place> place = page.place().or(() -> OpenTodo.in(step).stream().findFirst().map(OpenTodo::place));
        String said = place.isEmpty()
                ? "No TODO is left in %s.".formatted(step.title())
                : Editor.ofThisMachine().open(place.get(), console);
        page.more(screen -> screen.wrapped("", said));
    }

    /** A hint for the TODO that the page names, or else for the first one that is left. */
    private void hint() {
        Integer todo = page.todo().map(OpenTodo::number).orElse(null);
        page.more(screen -> new HintPage(workshop, step).show(screen, todo, null));
    }

    private void diff() {
        page.more(screen -> new Solution(step).showDiff(screen));
    }

    /** Runs the learner's server in place of the page, until a key is pressed. */
    private void runServer() {
        Screen screen = console.screen();
        console.clear();
        Path jar = new Build(workshop, screen::progress).starter(step);
        page.hide(true);
        screen.wrapped("", screen.faint("Your server of %s.".formatted(step.title())));
        var started = ChildProgram.server(step, jar, List.of(), "Any key stops the server.", screen::line);
        server = Optional.of(started);
        Thread.startVirtualThread(() -> tellWhenItEnds(started));
    }

    private void tellWhenItEnds(ServerProcess started) {
        try {
            started.awaitEnd();
            events.add(_ -> server.ifPresent(_ -> console.screen().wrapped("", "The server has ended. Press a key to go on.")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopServer() throws InterruptedException {
        console.screen().progress("Stopping …");
        server.orElseThrow().stop(ChildProgram.CAP);
        server = Optional.empty();
        page.hide(false);
        if (savedMeanwhile) {
            test();
        }
    }

    @Override
    public void close() {
        run = null;
        saves.forEach(FolderWatch::close);
        if (compiler != null) {
            compiler.close();
            tests.close();
        }
    }
}
