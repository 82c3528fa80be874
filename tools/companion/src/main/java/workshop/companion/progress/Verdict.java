package workshop.companion.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.helidon.json.JsonObject;

import workshop.companion.CommandFailure;
import workshop.model.Step;

/**
 * What is known of a step.
 *
 * @param problem why it can't be tested; empty if it can
 */
public record Verdict(Step step, StepProgress progress, String problem) {
    /** The verdict of tests, which may be a {@link CommandFailure}. */
    public static Verdict of(Step step, Supplier<StepProgress> tests) {
        try {
            return new Verdict(step, tests.get(), "");
        } catch (CommandFailure e) {
            return new Verdict(step, new StepProgress(step, List.of()), e.getMessage());
        }
    }

    private enum State { GREEN, RED, UNTESTABLE }

    public boolean green() {
        return state() == State.GREEN;
    }

    /** The verdict in a table. */
    public String word() {
        return switch (state()) {
            case GREEN -> "green";
            case RED -> "red  ";
            case UNTESTABLE -> "can't be tested";
        };
    }

    /** What it is based on, in a line. */
    public String reason() {
        var reasons = new ArrayList<String>();
        if (problem.isEmpty()) {
            reasons.add("%d of %d exercises".formatted(progress.solved(), progress.exercises().size()));
            progress.worst().map(StepTest::name).ifPresent(reasons::add);
        } else {
            List<String> lines = problem.lines().toList();
            reasons.add(lines.get(lines.size() > 1 ? 1 : 0));
        }
        return String.join(": ", reasons);
    }

    public JsonObject json() {
        var object = JsonObject.builder()
                .set("step", step.number())
                .set("name", step.name())
                .set("state", state().name().toLowerCase(Locale.ROOT))
                .set("solved", progress.solved())
                .set("exercises", progress.exercises().size())
                .setStrings("failed", progress.failed().reversed().stream().map(StepTest::name).toList());
        return problem.isEmpty() ? object.build() : object.set("problem", problem).build();
    }

    private State state() {
        if (!problem.isEmpty()) {
            return State.UNTESTABLE;
        }
        return progress.done() ? State.GREEN : State.RED;
    }
}
