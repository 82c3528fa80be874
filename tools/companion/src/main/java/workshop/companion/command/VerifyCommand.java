package workshop.companion.command;

import java.util.List;

import io.helidon.json.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.build.Build;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.Verdict;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.TestRun;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * {@code workshop verify}: which steps are green on this machine.
 */
@Command(name = "verify", description = {
        "Runs the tests of all steps, and shows which steps are green here.",
        "Ends with status 0 if all of them are, else with 1."})
public final class VerifyCommand extends WorkshopSubcommand {
    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Option(names = "--solutions", description = "Tests the solutions instead of your own code: is this machine fit?")
    private boolean solutions;

    public VerifyCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
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
        return Verdict.of(step, () -> solutions ? solution(step) : new LearnersTests(workshop, screen::progress).run(step, this::run));
    }

    private StepProgress solution(Step step) {
        var build = new Build(workshop, screen::progress);
        build.starter(step); // its tests
        build.solution(step);
        return run(TestRun.ofSolution(workshop, step));
    }

    private StepProgress run(TestRun tests) {
        screen.progress("Testing %s …".formatted(tests.step().title()));
        return tests.untilRed();
    }

    private void table(List<Verdict> verdicts) {
        int width = workshop.steps().stream().mapToInt(step -> step.title().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            screen.wrapped("", ("%-" + width + "s  %s  %s").formatted(
                    verdict.step().title(), verdict.green() ? screen.good(verdict.word()) : screen.bad(verdict.word()),
                    verdict.reason()).stripTrailing());
        }
    }
}
