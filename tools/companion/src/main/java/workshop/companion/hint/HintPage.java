package workshop.companion.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import workshop.companion.CommandName;
import workshop.companion.memory.ShownHints;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.hint.Hint;

/**
 * Shows hints, one depth at a time.
 */
public final class HintPage {
    private static final String FENCE = "```";

    private final Workshop workshop;
    private final Screen screen;

    public HintPage(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    /** Shows the hint for the TODO that is next, one depth deeper than the last time. */
    public void show(Step step) {
        show(step, OptionalInt.empty(), OptionalInt.empty());
    }

    /** Shows the hint for a TODO, the next one if it is not named, in a depth, one deeper than the last time if it is not named. */
    public void show(Step step, OptionalInt todo, OptionalInt wanted) {
        var book = HintBook.of(step);
        Optional<Hint> found = todo.isPresent() ? Optional.of(book.todo(todo.getAsInt())) : book.next();
        if (found.isEmpty()) {
            screen.wrapped("", "No TODO is left in %s. What is red, and why: %s. A hint once more: %s".formatted(
                    step.title(), CommandName.with("test " + step.number()),
                    CommandName.with("hint %d --todo 1".formatted(step.number()))));
            return;
        }
        Hint hint = found.get();
        var shown = new ShownHints(workshop.root());
        int depth = wanted.orElseGet(() -> shown.next(step, hint));
        show(step, book, hint, depth);
        shown.shown(step, hint, depth);
    }

    private void show(Step step, HintBook book, Hint hint, int depth) {
        screen.wrapped("", "%s, TODO %d of %d: %s".formatted(step.title(), hint.todo(), book.hints().size(),
                                                             screen.strong(hint.title())));
        screen.wrapped("", screen.faint("%s/%s".formatted(step.starter().getFileName(), hint.file())));
        screen.line("");
        screen.wrapped("", "Hint %d of %d:".formatted(depth, hint.texts().size()));
        showText(hint.texts().get(depth - 1));
        if (depth < hint.texts().size()) {
            screen.line("");
            screen.wrapped("", screen.faint("The next call tells more. When this is done, remove its TODO comment."));
        }
    }

    /** The lines of a paragraph are joined, those of code stay as they are. */
    private void showText(String text) {
        var paragraph = new ArrayList<String>();
        boolean code = false;
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().startsWith(FENCE);
            if (!fence && !code && !line.isBlank()) {
                paragraph.add(line.strip());
                continue;
            }
            showParagraph(paragraph);
            if (fence) {
                code = !code;
            } else {
                screen.line((code ? "      " : "  ") + line);
            }
        }
        showParagraph(paragraph);
    }

    private void showParagraph(List<String> lines) {
        if (!lines.isEmpty()) {
            screen.wrapped("  ", screen.withCode(String.join(" ", lines)));
            lines.clear();
        }
    }
}
