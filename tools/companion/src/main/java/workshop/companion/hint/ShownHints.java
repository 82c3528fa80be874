package workshop.companion.hint;

import java.nio.file.Path;

import workshop.companion.work.Memory;
import workshop.companion.work.WorkFolder;
import workshop.model.Step;
import workshop.model.hint.Hint;

/**
 * How much of each hint the learner has seen: a hint is shown one depth at a time.
 */
public final class ShownHints {
    private final Memory memory;

    /**
     * @param root the root of the workshop
     */
    public ShownHints(Path root) {
        this.memory = new Memory(WorkFolder.in(root).path().resolve("hints.properties"));
    }

    /**
     * @param step the step
     * @param hint one of its hints
     * @return the depth to show next: one more than the last time, as long as there is one
     */
    public int next(Step step, Hint hint) {
        return Math.min(memory.get(key(step, hint)).orElse(0) + 1, hint.texts().size());
    }

    /**
     * @param step  the step
     * @param hint  one of its hints
     * @param depth the depth that has been shown
     */
    public void shown(Step step, Hint hint, int depth) {
        memory.put(key(step, hint), depth);
    }

    /**
     * @param step a step that begins anew
     */
    public void forget(Step step) {
        memory.forget(step.id() + ".");
    }

    private static String key(Step step, Hint hint) {
        return step.id() + ".todo-" + hint.todo();
    }
}
