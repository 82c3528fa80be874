package workshop.wronganswers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.run.TestResult;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Wrong answers")
class WrongAnswersTest {
    private static final Path WORKSHOP = Path.of("../..").toAbsolutePath().normalize();
    private static final Path WRONG_ANSWERS = WORKSHOP.resolve("solutions/wrong-answers");
    private static final List<Step> STEPS = Step.all(WORKSHOP);

    @TempDir
    private Path classes;

    @TestFactory
    @DisplayName("Each is caught by the test that is meant to catch it")
    Stream<DynamicContainer> eachIsCaught() {
        return STEPS.stream().map(step -> DynamicContainer.dynamicContainer(
                step.name(), Stream.concat(Stream.of(thereAreSome(step)), WrongAnswer.to(step).stream().map(this::isCaught))));
    }

    @TestFactory
    @DisplayName("The solution is not")
    Stream<DynamicContainer> theSolutionIsNot() {
        return STEPS.stream().map(step -> DynamicContainer.dynamicContainer(
                step.name(), WrongAnswer.to(step).stream()
                        .map(answer -> answer.belief().caughtBy())
                        .distinct()
                        .map(test -> DynamicTest.dynamicTest(test.toString(), () -> isGreen(step, test)))));
    }

    @TestFactory
    @DisplayName("Each folder belongs to a step")
    Stream<DynamicTest> eachFolderBelongsToAStep() {
        return Step.folders(WRONG_ANSWERS).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(Step::isStep)
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(STEPS).extracting(Step::name)
                        .as("The steps that have a solution: name %s like one of them", WRONG_ANSWERS.resolve(name))
                        .contains(name)));
    }

    private DynamicTest thereAreSome(Step step) {
        return DynamicTest.dynamicTest("has wrong answers", () -> assertThat(WrongAnswer.to(step))
                .as("The folders in %s: write down what people get wrong in this step", step.wrongAnswers())
                .isNotEmpty());
    }

    private DynamicTest isCaught(WrongAnswer answer) {
        return DynamicTest.dynamicTest(answer.name(), answer.folder().toUri(), () -> {
            Belief belief = answer.belief();
            List<Path> compiled = answer.compile(Files.createTempDirectory(classes, answer.name()));
            new Verdict(answer, belief, results(answer, belief.caughtBy(), compiled)).check();
        });
    }

    private static List<TestResult> results(WrongAnswer answer, MeantTest test, List<Path> compiled) {
        try {
            return Judge.ASKED_FOR.results(answer, test, compiled);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("%s: %s. Correct \"caught-by\" in %s"
                                             .formatted(answer.folder(), e.getMessage(), Belief.FILE), e);
        }
    }

    private static void isGreen(Step step, MeantTest test) {
        assertThat(test.run(step, step.classes()))
                .as("%s against the solution of %s: a test that is always red catches nothing", test, step.name())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.red()).as("%s is red: %s", result.name(), result.failure()).isFalse());
    }
}
