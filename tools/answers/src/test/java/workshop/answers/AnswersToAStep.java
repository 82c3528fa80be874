package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import workshop.model.Workshop;
import workshop.model.answer.AnswerFile;
import workshop.model.answer.RightAnswer;
import workshop.model.answer.WrongAnswer;
import workshop.testkit.Patience;
import workshop.testkit.run.TestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What is demanded of the answers to a step. Each step has a class of its own, and each class a JVM: tests of a step want the
 * log of the JVM for themselves, and wait most of the time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersToAStep {
    /** The workshop that this is a part of. */
    static final Workshop WORKSHOP = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

    private static final boolean TIMES_ASKED_FOR = "times".equals(System.getProperty("answers"));

    private final AnsweredStep step;

    @TempDir
    private Path classes;

    AnswersToAStep(int number) {
        this.step = new AnsweredStep(WORKSHOP, WORKSHOP.step(Integer.toString(number)));
    }

    @BeforeAll
    void update() throws IOException {
        if (Update.ASKED_FOR) {
            Update.run(step.step(), System.out::println);
        }
    }

    @AfterAll
    void close() throws IOException {
        step.close();
    }

    @TestFactory
    @DisplayName("Each wrong answer is caught by the test that is meant to catch it")
    Stream<DynamicTest> wrongAnswersAreCaught() {
        Path folder = step.step().wrongAnswers();
        var some = dynamicTest("There are some", () -> assertThat(AnswerFile.in(folder))
                .as("The files in %s: write down what people get wrong in this step", folder).isNotEmpty());
        return Stream.concat(Stream.of(some), each(folder, this::isCaught));
    }

    @TestFactory
    @DisplayName("The solution is not")
    Stream<DynamicTest> theSolutionIsNot() {
        return WrongAnswer.to(step.step()).stream().map(WrongAnswer::caughtBy).distinct().map(MeantTest::of)
                .map(test -> dynamicTest(test.toString(), () -> isGreen(test)));
    }

    @TestFactory
    @DisplayName("Each right answer is green")
    Stream<DynamicTest> rightAnswersAreGreen() {
        return each(step.step().rightAnswers(), file -> {
            var answer = RightAnswer.read(step.step(), file);
            Verdict.right(answer, step.testsOf(answer, classes).run());
        });
    }

    private Stream<DynamicTest> each(Path folder, Check check) {
        return AnswerFile.in(folder).stream().map(file -> dynamicTest(AnswerFile.name(file), file.toUri(), () -> {
            long begin = System.nanoTime();
            check.check(file);
            if (TIMES_ASKED_FOR) {
                System.out.printf("%6.2f s  %s%n", (System.nanoTime() - begin) / 1e9, file);
            }
            isPlain(file);
        }));
    }

    private void isCaught(Path file) throws IOException {
        var answer = WrongAnswer.read(step.step(), file);
        var tests = step.testsOf(answer, classes);
        try {
            List<TestResult> results = Patience.halved(() -> Judge.ASKED_FOR.results(answer, tests, step.testClasses()));
            Verdict.caught(answer, results);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("%s: %s. Correct \"caught-by\" in it".formatted(file, e.getMessage()), e);
        }
    }

    private void isGreen(MeantTest test) {
        assertThat(test.run(step.testsOfSolution(), step.testClasses()))
                .as("%s against the solution of %s: a test that is always red catches nothing", test, step.step().title())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.red()).as("%s is red: %s", result.name(), result.failure()).isFalse());
    }

    private void isPlain(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .as("%s as -Danswers=update writes it, with as few lines around what changes as tell where it belongs", file)
                .isEqualTo(AnswerFile.read(step.step(), file).plain());
    }

    private interface Check {
        void check(Path file) throws IOException;
    }
}
