package workshop.lab.server;

import workshop.model.Step;

/**
 * Which server to try.
 *
 * @param step its step
 * @param mine the learner's own, and not the solution
 */
public record ServerChoice(Step step, boolean mine) {
    /** Its name for a reader, such as {@code Step 02, close detection, your own}. */
    public String title() {
        return "%s, %s".formatted(step.title(), mine ? "your own" : "the solution");
    }
}
