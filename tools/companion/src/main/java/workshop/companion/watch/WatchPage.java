package workshop.companion.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.FailureMessage;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.work.OpenTodo;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * What a learner sees while a step is watched: the verdict, how far the workshop is, and the keys. Where the terminal is too low
 * for all of it, the verdict gives way from its second line on. In a pipe, the same lines come one after another.
 */
final class WatchPage {
    private static final int BAR = 20;
    private static final String KEYS = "h hint  d diff  l list  r run  x reset  q quit  Enter again";
    private static final String MARGIN = " ".repeat(5);

    /** The row below the page, in which the cursor stays. */
    private static final int CURSOR = 1;

    private final Workshop workshop;
    private final Step step;
    private final Console console;
    private final RememberedProgress remembered;
    private Verdict verdict = new Verdict(screen -> { });
    private List<String> more = List.of();
    private final Optional<Supplier<String>> room;
    private String news;
    private Optional<StepProgress> progress = Optional.empty();
    private Optional<TestOutcome> shown = Optional.empty();
    private boolean hidden;

    /**
     * What is shown of a verdict.
     *
     * @param name    what is red, or green
     * @param message what it says, which may be long
     * @param help    what to do
     */
    private record Verdict(Consumer<Screen> name, Consumer<Screen> message, Consumer<Screen> help) {
        Verdict(Consumer<Screen> name) {
            this(name, screen -> { }, screen -> { });
        }
    }

    WatchPage(Workshop workshop, Step step, Console console, String news, Optional<Supplier<String>> room) {
        this.workshop = workshop;
        this.step = step;
        this.console = console;
        this.remembered = new RememberedProgress(workshop);
        this.news = news;
        this.room = room;
    }

    /** Before the first verdict. */
    void beginning() {
        more = List.of("To do next: %s, in %s.".formatted(step.title(), step.folder()));
        show();
    }

    /** The learner works on this step now: what was said of the one before is history. */
    void forgetNews() {
        news = "";
    }

    /** The step can't be tested. */
    void problem(String what, List<String> lines) {
        show(Optional.empty(), new Verdict(screen -> screen.wrapped("", screen.bad("%s %s".formatted(step.title(), what))),
                                           screen -> lines.forEach(line -> screen.line("  " + line)), screen -> { }));
    }

    /** The first test that is red, while others still run. */
    void red(TestOutcome test, String time) {
        FailureMessage message = FailureMessage.of(test.message());
        String place = OpenTodo.in(step).stream().findFirst()
                .map(todo -> "TODO %d is in %s".formatted(todo.number(), todo.place()))
                .orElseGet(() -> "The test is in %s/src/test/java/%s.java".formatted(
                        step.folder(), test.test().replaceFirst("[$#].*", "").replace('.', '/')));
        show(Optional.of(test), new Verdict(screen -> name(screen, screen.bad("red"), test, time),
                                            screen -> screen.lines(MARGIN, message.lines()),
                                            screen -> {
                                                message.hint().ifPresent(hint -> screen.wrapped(MARGIN, screen.strong(hint)));
                                                screen.wrapped(MARGIN, screen.faint(place));
                                            }));
    }

    /** The test that was red is green now, and the others still run. */
    void passed(String time) {
        Optional<TestOutcome> before = shown;
        show(Optional.empty(), new Verdict(screen -> before.ifPresent(test -> name(screen, screen.good("green"), test, time))));
    }

    /** All have ended. */
    void ended(StepProgress ended, String time) {
        progress = Optional.of(ended);
        Optional<TestOutcome> first = ended.firstFailure();
        if (first.isEmpty()) {
            show(first, new Verdict(screen -> notRed(screen, ended, time)));
        } else if (!first.equals(shown)) {
            red(first.get(), time);
        } else if (console.hasKeys()) {
            show();
        } else {
            bars(console.screen());
        }
    }

    /** The steps, and the exercises of this one, as many as there is room for. */
    void list() {
        Screen screen = console.screen();
        more = screen.linesOf(to -> workshop.steps().forEach(each -> to.wrapped(each.equals(step) ? "> " : "  ", "%s  %d of %d exercises"
                .formatted(each.title(), remembered.solved(each), remembered.exercises(each)))));
        progress.ifPresent(known -> {
            int room = console.rows() - CURSOR - screen.rows(screen.linesOf(verdict.name)) - screen.rows(screen.linesOf(this::below));
            more = Stream.concat(more.stream(), screen.linesOf(to -> {
                to.line("");
                new ExerciseList(known).show(to, room - 1);
            }).stream()).toList();
        });
        show();
    }

    /** Something below the verdict, until the next one. */
    void more(Consumer<Screen> text) {
        more = console.screen().linesOf(text);
        show();
    }

    private void show(Optional<TestOutcome> test, Verdict of) {
        shown = test;
        verdict = of;
        more(screen -> { });
    }

    /** Something else is shown in its place, or is no longer. */
    void hide(boolean hide) {
        hidden = hide;
        show();
    }

    /** Shows all of it again. */
    void show() {
        if (hidden) {
            return;
        }
        Screen screen = console.screen();
        console.clear();
        List<String> name = screen.linesOf(this::name);
        List<String> message = screen.linesOf(verdict.message);
        List<String> help = screen.linesOf(verdict.help);
        List<String> below = screen.linesOf(this::below);
        int room = console.rows() - CURSOR - screen.rows(name) - screen.rows(below);
        if (screen.rows(help) > room) {
            help = List.of();
        }
        message = cut(message, room - screen.rows(help));
        Stream.of(name, message, help, below).flatMap(List::stream).forEach(screen::line);
    }

    /** The first lines, as many as there is room for. */
    private List<String> cut(List<String> lines, int room) {
        Screen screen = console.screen();
        if (screen.rows(lines) <= room) {
            return lines;
        }
        int end = 0;
        while (screen.rows(lines.subList(0, end + 1)) < room) {
            end++;
        }
        return Stream.concat(lines.stream().limit(end), Stream.of(MARGIN + "…").limit(Math.clamp(room, 0, 1))).toList();
    }

    private void name(Screen screen) {
        if (!news.isEmpty() && console.hasKeys()) { // at the end of a pipe, it is said already
            screen.wrapped("", screen.good(news));
            screen.line("");
        }
        verdict.name.accept(screen);
    }

    private void below(Screen screen) {
        bars(screen);
        if (!more.isEmpty()) {
            screen.line("");
            more.forEach(screen::line);
        }
        if (console.hasKeys()) {
            screen.line("");
            room.ifPresent(line -> screen.wrapped("", line.get()));
            screen.wrapped("", screen.faint(room.isPresent() ? KEYS + "  ? ask for help" : KEYS));
        }
    }

    private void bars(Screen screen) {
        screen.line("");
        progress.ifPresent(known -> screen.wrapped("", "%s   %s".formatted(step.title(), known.bar())));
        screen.wrapped("", "Workshop   " + remembered.bar(BAR));
        progress.flatMap(StepProgress::failedToo).ifPresent(line -> screen.wrapped("", line));
    }

    private static void name(Screen screen, String colour, TestOutcome test, String time) {
        screen.wrapped(colour + "  ", "%s  %s".formatted(screen.strong(test.name()), screen.faint(time)));
    }

    private void notRed(Screen screen, StepProgress ended, String time) {
        if (ended.done()) {
            boolean last = step.equals(workshop.latest());
            screen.wrapped("", "%s  %s is done.%s  %s".formatted(screen.good("green"), step.title(),
                                                                 last ? " That was the last step." : "", screen.faint(time)));
            screen.wrapped("", step.token().line());
        } else {
            screen.wrapped("", "Nothing is red, but tests were skipped: find out why.");
            ended.skipped().forEach(test -> screen.wrapped("  ", test.name()));
        }
    }
}
