package workshop.companion.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import workshop.companion.memory.RememberedProgress;
import workshop.companion.progress.FailureMessage;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestOutcome;
import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * What a learner sees while a step is watched: the verdict, how far the workshop is, and the keys. In a pipe, the same lines
 * one after another.
 */
final class WatchPage {
    private static final int BAR = 20;
    private static final String KEYS = "h hint  d diff  l list  r run  x reset  q quit  Enter again";

    private final Workshop workshop;
    private final Step step;
    private final Console console;
    private Consumer<Screen> verdict = screen -> { };
    private String more = "";
    private String news;
    private Optional<StepProgress> progress = Optional.empty();
    private Optional<TestOutcome> shown = Optional.empty();

    WatchPage(Workshop workshop, Step step, Console console, String news) {
        this.workshop = workshop;
        this.step = step;
        this.console = console;
        this.news = news;
    }

    /** Before the first verdict. */
    void beginning() {
        print("To do next: %s, in %s.".formatted(step.title(), step.starter().getFileName()));
    }

    /** The learner works on this step now: what was said of the one before is history. */
    void forgetNews() {
        news = "";
    }

    /** The step can't be tested. */
    void problem(String what, List<String> lines) {
        shown = Optional.empty();
        verdict = screen -> {
            screen.wrapped("", screen.bad("%s %s".formatted(step.title(), what)));
            lines.forEach(line -> screen.line("  " + line));
        };
        print("");
    }

    /** The first test that is red, while others still run. */
    void red(TestOutcome test, String time) {
        shown = Optional.of(test);
        verdict = screen -> red(screen, test, time);
        print("");
    }

    /** The test that was red is green now, and the others still run. */
    void passed(String time) {
        Optional<TestOutcome> before = shown;
        shown = Optional.empty();
        verdict = screen -> before.ifPresent(test -> screen.wrapped("", "%s  %s  %s".formatted(
                screen.good("green"), screen.strong(test.name()), screen.faint(time))));
        print("");
    }

    /** All have ended. */
    void ended(StepProgress ended, String time) {
        progress = Optional.of(ended);
        Optional<TestOutcome> first = ended.worst().flatMap(StepTest::failure);
        boolean known = first.isPresent() && first.equals(shown);
        shown = first;
        if (!known) {
            verdict = screen -> first.ifPresentOrElse(test -> red(screen, test, time), () -> notRed(screen, ended, time));
            print("");
        } else if (console.hasKeys()) {
            show();
        } else {
            bars(console.screen());
        }
    }

    /** The steps, and the exercises of this one. */
    void list() {
        more(screen -> {
            var remembered = new RememberedProgress(workshop);
            for (Step each : workshop.steps()) {
                screen.wrapped("", "%s %s  %d of %d exercises".formatted(each.equals(step) ? ">" : " ", each.title(),
                                                                         remembered.solved(each), remembered.exercises(each)));
            }
            progress.ifPresent(known -> {
                screen.line("");
                known.exercises().forEach(test -> screen.wrapped("  ", "%s  %s".formatted(state(screen, test), test.name())));
            });
        });
    }

    /** Something below the verdict, until the next one. */
    void more(Consumer<Screen> text) {
        Screen screen = console.screen();
        var writer = new StringWriter();
        var printer = new PrintWriter(writer);
        text.accept(new Screen(printer, printer, screen.ansi(), screen.width()));
        more = writer.toString();
        show();
    }

    /** Nothing below the verdict any more. */
    void verdictOnly() {
        print("");
    }

    /** Shows all of it again. */
    void show() {
        Screen screen = console.screen();
        console.clear();
        if (!news.isEmpty()) {
            screen.wrapped("", screen.good(news));
            screen.line("");
        }
        if (!console.hasKeys()) {
            news = ""; // it stays in sight
        }
        verdict.accept(screen);
        bars(screen);
        if (!more.isEmpty()) {
            screen.line("");
            more.lines().forEach(screen::line);
        }
        if (console.hasKeys()) {
            screen.line("");
            screen.wrapped("", screen.faint(KEYS));
        }
    }

    private void print(String text) {
        more = text;
        show();
    }

    private void bars(Screen screen) {
        screen.line("");
        progress.ifPresent(known -> screen.wrapped("", "%s   %s".formatted(step.title(), known.bar())));
        screen.wrapped("", "Workshop   " + new RememberedProgress(workshop).bar(BAR));
    }

    private static void red(Screen screen, TestOutcome test, String time) {
        FailureMessage message = FailureMessage.of(test.message());
        screen.wrapped("", "%s  %s  %s".formatted(screen.bad("red"), screen.strong(test.name()), screen.faint(time)));
        screen.lines("     ", message.lines());
        message.hint().ifPresent(hint -> screen.wrapped("     ", screen.strong(hint)));
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

    private static String state(Screen screen, StepTest test) {
        if (test.green()) {
            return screen.good("green");
        }
        return test.failure().isPresent() ? screen.bad("red  ") : screen.faint("wait ");
    }
}
