package workshop.companion.hint;

import java.util.List;
import java.util.Optional;

import workshop.companion.CommandFailure;
import workshop.model.Step;
import workshop.model.hint.Hint;
import workshop.model.hint.UnusableHintsException;

/**
 * The hints of one step, from {@code hints.yaml} in its folder.
 *
 * @param step  the step
 * @param hints one for each TODO of the starter, in order
 */
public record HintBook(Step step, List<Hint> hints) {
    /** The hints of a step; a {@link CommandFailure} if there are none, or they can't be read. */
    public static HintBook of(Step step) {
        try {
            return new HintBook(step, Hint.of(step.starter()));
        } catch (UnusableHintsException e) {
            throw CommandFailure.ofUsage("%s: restore it with git.".formatted(e.getMessage()));
        }
    }

    /** The hints for the TODO that the learner works on: the first one whose comment is still there. */
    Optional<Hint> next() {
        List<Integer> open = openTodos();
        return hints.stream().filter(hint -> open.contains(hint.todo())).findFirst();
    }

    /** The hints for the TODO of a number; a {@link CommandFailure} if there is none. */
    Hint todo(int todo) {
        return hints.stream()
                .filter(hint -> hint.todo() == todo)
                .findFirst()
                .orElseThrow(() -> CommandFailure.ofUsage(
                        "%s has no TODO %d: use 1 to %d.".formatted(step.title(), todo, hints.size())));
    }

    /** The numbers of the TODOs that are still in the sources, in order. */
    public List<Integer> openTodos() {
        return OpenTodo.in(step).stream().map(OpenTodo::number).distinct().toList();
    }
}
