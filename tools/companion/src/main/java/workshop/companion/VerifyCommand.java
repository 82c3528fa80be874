package workshop.companion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.helidon.json.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestRun;
import workshop.companion.progress.TestRunFailure;
import workshop.companion.step.Build;
import workshop.companion.step.BuildFailure;
import workshop.companion.work.RememberedProgress;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop verify}: which steps are green on this machine.
 */
@Command(name = "verify", description = {
        "Runs the tests of all steps, and shows which steps are green here.",
        "Ends with status 0 if all of them are, else with 1."})
final class VerifyCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Screen screen;

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Option(names = "--solutions", description = "Tests the solutions instead of your own code: is this machine fit?")
    private boolean solutions;

    VerifyCommand(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        workshop.latest();
        List<Verdict> verdicts = workshop.steps().stream().map(this::verify).toList();
        boolean green = verdicts.stream().allMatch(Verdict::green);
        if (json) {
            screen.line(JsonObject.builder()
                                .set("tested", solutions ? "solutions" : "starters")
                                .set("green", green)
                                .setValues("steps", verdicts.stream().map(Verdict::json).toList())
                                .build().toString());
        } else {
            table(verdicts);
        }
        return green ? 0 : 1;
    }

    private Verdict verify(Step step) {
        try {
            var build = new Build(workshop, screen::progress);
            build.starter(step);
            if (solutions) {
                build.solution(step);
            }
            screen.progress("Testing %s …".formatted(step.title()));
            return new Verdict(step, solutions ? TestRun.ofSolution(workshop, step).untilRed() : mine(step), "");
        } catch (BuildFailure | TestRunFailure e) {
            return new Verdict(step, new StepProgress(step, List.of()), e.getMessage());
        }
    }

    private StepProgress mine(Step step) {
        StepProgress progress = new TestRun(workshop, step).untilRed();
        new RememberedProgress(workshop).remember(progress);
        return progress;
    }

    private void table(List<Verdict> verdicts) {
        int width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            screen.wrapped("", ("%-" + width + "s  %s  %s").formatted(
                    verdict.step().title(), verdict.green() ? screen.good(verdict.word()) : screen.bad(verdict.word()),
                    verdict.reason()).stripTrailing());
        }
    }

    private enum State { GREEN, RED, UNTESTABLE }

    /**
     * What is known of a step.
     *
     * @param problem why it can't be tested; empty if it can
     */
    private record Verdict(Step step, StepProgress progress, String problem) {
        boolean green() {
            return state() == State.GREEN;
        }

        State state() {
            if (!problem.isEmpty()) {
                return State.UNTESTABLE;
            }
            return progress.done() ? State.GREEN : State.RED;
        }

        /** The step in a table. */
        String word() {
            return switch (state()) {
                case GREEN -> "green";
                case RED -> "red  ";
                case UNTESTABLE -> "can't be tested";
            };
        }

        String reason() {
            var reasons = new ArrayList<String>();
            if (problem.isEmpty()) {
                reasons.add("%d of %d exercises".formatted(solved(), progress.exercises().size()));
                progress.failed().reversed().stream().findFirst().map(StepTest::name).ifPresent(reasons::add);
            } else {
                reasons.add(problem.lines().skip(problem.lines().count() > 1 ? 1 : 0).findFirst().orElseThrow());
            }
            return String.join(": ", reasons);
        }

        int solved() {
            return (int) progress.exercises().stream().filter(StepTest::green).count();
        }

        JsonObject json() {
            var object = JsonObject.builder()
                    .set("step", step.number())
                    .set("name", step.name())
                    .set("state", state().name().toLowerCase(Locale.ROOT))
                    .set("solved", solved())
                    .set("exercises", progress.exercises().size())
                    .setStrings("failed", progress.failed().reversed().stream().map(StepTest::name).toList());
            return problem.isEmpty() ? object.build() : object.set("problem", problem).build();
        }
    }
}
