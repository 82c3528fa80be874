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
import workshop.companion.work.Place;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * What a learner sees while a step is watched: the verdict, how far the workshop is, and the keys. Where the terminal is too low
 * for all of it, the name of the red test stays, and what was asked for by a key. In a pipe, the same lines come one after another.
 */
final class WatchPage {
    private static final int BAR = 20;
    private static final String KEYS = "h hint  e edit  d diff  l list  r run  x reset  q quit  Enter again";
    private static final String MARGIN = " ".repeat(5);

    /** The row below the page, in which the cursor stays. */
    private static final int CURSOR = 1;

    /** What a list of exercises needs to be one: the red test, one beside it, and how many are left out on both sides. */
    private static final int SHORTEST_LIST = 4;

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
    private Optional<OpenTodo> todo = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private boolean hidden;

    /**
     * What is shown of a verdict.
     *
     * @param name    what is red, or green
     * @param message what it says, which may be long
     * @param hint    what to do
     * @param place   where to do it
     */
    private record Verdict(Consumer<Screen> name, Consumer<Screen> message, Consumer<Screen> hint, Consumer<Screen> place) {
        Verdict(Consumer<Screen> name) {
            this(name, screen -> { });
        }

        Verdict(Consumer<Screen> name, Consumer<Screen> message) {
            this(name, message, screen -> { }, screen -> { });
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
                                           screen -> lines.forEach(line -> screen.line("  " + line))));
    }

    /** The first test that is red, while others still run. */
    void red(TestOutcome test, String time) {
        progress = progress.map(before -> before.with(test));
        FailureMessage message = FailureMessage.of(test.message());
        Optional<OpenTodo> about = OpenTodo.of(step, message.hint().orElse(""));
        Place there = about.map(OpenTodo::place).orElseGet(() -> Place.ofTest(step, test.test()));
        String what = about.map(open -> "TODO %d is in ".formatted(open.number())).orElse("The test is in ");
        show(Optional.of(test), new Verdict(screen -> name(screen, screen.bad("red"), test, time),
                                            screen -> screen.lines(MARGIN, message.lines()),
                                            screen -> message.hint().ifPresent(hint -> screen.wrapped(MARGIN, screen.strong(hint))),
                                            screen -> screen.wrapped(MARGIN, screen.faint(what + link(screen, there)))));
        todo = about;
        place = Optional.of(there);
    }

    /** The TODO that the page names, if it names one. */
    Optional<OpenTodo> todo() {
        return todo;
    }

    /** Where to go on, if the page names that. */
    Optional<Place> place() {
        return place;
    }

    private String link(Screen screen, Place to) {
        return console.hasKeys() ? screen.link(to.file().toUri(), to.toString()) : to.toString();
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

    /** The steps, and the exercises of this one, as many as there is room for; at least this step, and its exercises. */
    void list() {
        Screen screen = console.screen();
        List<String> steps = screen.linesOf(to -> workshop.steps().forEach(each -> line(to, each)));
        if (progress.isPresent()) {
            int room = rowsLeft(screen.linesOf(this::name), screen.linesOf(this::keys)) - 2; // an empty line before each of the two parts
            if (room - screen.rows(steps) < SHORTEST_LIST) {
                steps = screen.linesOf(to -> line(to, step));
            }
            int rest = room - screen.rows(steps);
            steps = Stream.concat(steps.stream(), screen.linesOf(to -> {
                to.line("");
                new ExerciseList(progress.get()).show(to, rest);
            }).stream()).toList();
        }
        more = steps;
        show();
    }

    private void line(Screen screen, Step each) {
        screen.wrapped(each.equals(step) ? "> " : "  ", "%s  %d of %d exercises"
                .formatted(each.title(), remembered.solved(each), remembered.exercises(each)));
    }

    /** Something below the verdict, until the next one. */
    void more(Consumer<Screen> text) {
        more = console.screen().linesOf(text);
        show();
    }

    private void show(Optional<TestOutcome> test, Verdict of) {
        shown = test;
        todo = Optional.empty();
        place = Optional.empty();
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
        List<String> end = screen.linesOf(to -> {
            asked(to);
            keys(to);
        });
        int room = rowsLeft(name, end);
        List<String> bars = ifItFits(this::bars, room);
        room -= screen.rows(bars);
        List<String> where = ifItFits(verdict.place, room);
        room -= screen.rows(where);
        List<String> hint = ifItFits(verdict.hint, room);
        List<String> message = cut(screen.linesOf(verdict.message), room - screen.rows(hint));
        Stream.of(name, message, hint, where, bars, end).flatMap(List::stream).forEach(screen::line);
    }

    /** The rows that are left beside what has to be shown. */
    private int rowsLeft(List<String> name, List<String> end) {
        return console.rows() - CURSOR - console.screen().rows(name) - console.screen().rows(end);
    }

    private List<String> ifItFits(Consumer<Screen> text, int room) {
        List<String> lines = console.screen().linesOf(text);
        return console.screen().rows(lines) <= room ? lines : List.of();
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

    /** What a key has asked for. */
    private void asked(Screen screen) {
        if (!more.isEmpty()) {
            screen.line("");
            more.forEach(screen::line);
        }
    }

    private void keys(Screen screen) {
        if (console.hasKeys()) {
            screen.line("");
            room.ifPresent(line -> screen.wrapped("", line.get()));
            screen.wrapped("", screen.faint(room.isPresent() ? KEYS + "  ? get help" : KEYS));
        }
    }

    private void bars(Screen screen) {
        screen.line("");
        progress.ifPresent(known -> screen.wrapped("", "%s   %s".formatted(step.title(), known.bar())));
        screen.wrapped("", "Workshop   " + remembered.bar(BAR, progress));
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
