package workshop.companion.work;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.ExitCode;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.StepProgress;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.hint.Hint;
import workshop.model.hint.UnusableHintsException;

/**
 * Shows the hints of a step, from {@code hints.yaml} in its folder, one depth at a time.
 */
public final class HintPage {
    private static final String CODE = "(?m)^[ \\t]*```.*$\\R?";
    private static final String WITHIN_A_PARAGRAPH = "(?<=\\S) *\\R *(?=\\S)";

    private final Workshop workshop;
    private final Step step;
    private final List<Hint> hints;

    /** The hints of a step; a {@link CommandFailure} if there are none, or they can't be read. */
    public HintPage(Workshop workshop, Step step) {
        this.workshop = workshop;
        this.step = step;
        try {
            this.hints = Hint.of(step.starter());
        } catch (UnusableHintsException e) {
            throw new CommandFailure("%s: restore it with git.".formatted(e.getMessage()), ExitCode.USAGE);
        }
    }

    /**
     * Shows a hint.
     *
     * @param todo  the number of the TODO; {@code null} for the one that is next
     * @param depth how much to tell; {@code null} for more than the last time
     */
    public void show(Screen screen, Integer todo, Integer depth) {
        Optional<Hint> found = todo == null ? next() : Optional.of(todo(todo));
        if (found.isEmpty()) {
            screen.wrapped("", noTodoIsLeft());
            return;
        }
        Hint hint = found.get();
        var shown = new ShownHints(step);
        int now = depth == null ? shown.next(hint) : depth;
        show(screen, hint, now);
        shown.shown(hint, now);
    }

    private String noTodoIsLeft() {
        if (new RememberedProgress(workshop).unchanged(step).filter(StepProgress::done).isPresent()) {
            return "No TODO is left in %s, and all is green.".formatted(step.title());
        }
        String more = CommandName.with("hint %d --todo 1".formatted(step.number()));
        return "No TODO is left in %s. What is red, and why: %s. A hint once more: %s".formatted(
                step.title(), CommandName.with("test " + step.number()), hints.size() == 1 ? more : more + " to --todo " + hints.size());
    }

    /** The hints for the TODO that the learner works on: the first one whose comment is still there. */
    Optional<Hint> next() {
        List<Integer> open = OpenTodo.in(step).stream().map(OpenTodo::number).toList();
        return hints.stream().filter(hint -> open.contains(hint.todo())).findFirst();
    }

    /** The hints for the TODO of a number; a {@link CommandFailure} if there is none. */
    Hint todo(int number) {
        return hints.stream()
                .filter(hint -> hint.todo() == number)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "%s has no TODO %d: use 1 to %d.".formatted(step.title(), number, hints.size()), ExitCode.USAGE));
    }

    private void show(Screen screen, Hint hint, int depth) {
        screen.wrapped("", "%s, TODO %d of %d: %s".formatted(step.title(), hint.todo(), hints.size(), screen.strong(hint.title())));
        screen.wrapped("", screen.faint("%s/%s".formatted(step.starter().getFileName(), hint.file())));
        screen.line("");
        screen.wrapped("", "Hint %d of %d:".formatted(depth, hint.texts().size()));
        showText(screen, hint.texts().get(depth - 1));
        if (depth < hint.texts().size()) {
            screen.line("");
            screen.wrapped("", screen.faint("The next call tells more. When this is done, remove its TODO comment."));
        }
    }

    /** The lines of a paragraph are joined, those of code, every second part, stay as they are. */
    private static void showText(Screen screen, String text) {
        boolean code = false;
        for (String part : text.split(CODE)) {
            if (code) {
                part.lines().forEach(line -> screen.line("      " + line));
            } else {
                part.replaceAll(WITHIN_A_PARAGRAPH, " ").lines().forEach(line -> screen.wrapped("  ", screen.withCode(line)));
            }
            code = !code;
        }
    }
}
