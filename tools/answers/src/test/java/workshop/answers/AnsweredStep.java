package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.answer.Answer;
import workshop.testkit.run.StepTests;

/**
 * A step whose tests judge answers.
 */
final class AnsweredStep {
    private final Step step;
    private final List<Path> solution;
    private final Compilation compilation;

    AnsweredStep(Workshop workshop, Step step) {
        this.step = step;
        this.solution = Stream.concat(Stream.of(step), workshop.before(step).stream())
                .map(each -> each.solution().resolve("target/classes"))
                .toList();
        this.compilation = new Compilation(solution);
    }

    Step step() {
        return step;
    }

    /** The folder of its compiled tests. */
    Path testClasses() {
        return step.starter().resolve("target/test-classes");
    }

    /** Its tests, for its solution. */
    StepTests testsOfSolution() {
        return StepTests.of(testClasses(), solution);
    }

    /**
     * Its tests, for an answer.
     *
     * @param answer the answer
     * @param folder where a folder for its classes is made
     * @throws AssertionError if the answer can't be compiled
     */
    StepTests testsOf(Answer answer, Path folder) throws IOException {
        Path target = Files.createTempDirectory(folder, answer.name());
        compilation.compile(answer, target);
        var classes = new ArrayList<Path>(List.of(target));
        classes.addAll(solution);
        return StepTests.of(testClasses(), classes);
    }
}
