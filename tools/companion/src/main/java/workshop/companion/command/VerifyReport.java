package workshop.companion.command;

import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

import workshop.companion.terminal.Screen;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.companion.testrun.TestRun;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Runs the tests of all steps, and shows which steps are green on this machine, as a table or as JSON.
 */
record VerifyReport(Workshop workshop, Screen screen) {
    /** Runs them, and returns the status to end with. */
    int run(boolean json, boolean solutions) {
        workshop.latest();
        var tests = new TestRun(workshop, screen::progress);
        List<StepProgress> all = workshop.steps().stream()
                .map(step -> StepProgress.of(step, () -> solutions ? tests.solution(step) : tests.starter(step, Redirect.DISCARD)))
                .toList();
        boolean green = all.stream().allMatch(StepProgress::done);
        if (json) {
            screen.line(JsonObject.builder()
                                .set("tested", solutions ? "solutions" : "starters")
                                .set("green", green)
                                .setValues("steps", all.stream().map(VerifyReport::json).toList())
                                .build().toString());
        } else {
            table(all);
        }
        return green ? 0 : 1;
    }

    private void table(List<StepProgress> all) {
        int width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
        for (StepProgress progress : all) {
            String word = progress.problem().isEmpty() ? "%-5s".formatted(state(progress)) : "can't be tested";
            screen.wrapped("", ("%-" + width + "s  %s  %s").formatted(
                    progress.step().title(), progress.done() ? screen.good(word) : screen.bad(word), reason(progress)));
        }
    }

    private static String state(StepProgress progress) {
        if (!progress.problem().isEmpty()) {
            return "untestable";
        }
        return progress.done() ? "green" : "red";
    }

    /** In a line; the first one of a problem says only what can't be done. */
    private static String reason(StepProgress progress) {
        List<String> problem = progress.problem().lines().limit(2).toList();
        return problem.isEmpty()
                ? Stream.concat(Stream.of("%d of %d exercises".formatted(progress.solved(), progress.exercises().size())),
                                progress.failed().stream().limit(1).map(StepTest::name)).collect(Collectors.joining(": "))
                : problem.getLast();
    }

    private static JsonObject json(StepProgress progress) {
        Step step = progress.step();
        var object = JsonObject.builder()
                .set("step", step.number())
                .set("name", step.name())
                .set("state", state(progress))
                .set("solved", progress.solved())
                .set("exercises", progress.exercises().size())
                .setStrings("failed", progress.failed().stream().map(StepTest::name).toList());
        return progress.problem().isEmpty() ? object.build() : object.set("problem", progress.problem()).build();
    }
}
