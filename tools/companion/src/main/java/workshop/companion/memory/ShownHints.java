package workshop.companion.memory;

import java.nio.file.Path;

import workshop.model.Step;
import workshop.model.hint.Hint;

/**
 * How much of each hint the learner has seen: a hint is shown one depth at a time.
 */
public final class ShownHints {
    private final RememberedNumbers depths;

    /** Those in the workshop with this root. */
    public ShownHints(Path root) {
        this.depths = new RememberedNumbers(WorkFolder.in(root).resolve("hints.properties"));
    }

    /** The depth to show next: one more than the last time, as long as there is one. */
    public int next(Step step, Hint hint) {
        return Math.min(depths.get(key(step, hint)) + 1, hint.texts().size());
    }

    /** Remembers which depth has been shown. */
    public void shown(Step step, Hint hint, int depth) {
        depths.put(key(step, hint), depth);
    }

    /** Forgets those of a step that begins anew. */
    public void forget(Step step) {
        depths.forget(step.id() + ".");
    }

    private static String key(Step step, Hint hint) {
        return step.id() + ".todo-" + hint.todo();
    }
}
