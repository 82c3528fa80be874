package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@DisplayName("Answers and steps")
class EachStepTest {
    static Stream<Step> steps() {
        return AnswersToAStep.WORKSHOP.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("Each step has a class here")
    void hasItsTest(Step step) {
        assertThatCode(() -> Class.forName("workshop.answers.Step%02dAnswersTest".formatted(step.number())))
                .as("The class that judges the answers to %s: write it like those of the other steps", step.title())
                .doesNotThrowAnyException();
    }

    @TestFactory
    @DisplayName("Each folder belongs to a step")
    Stream<DynamicTest> folders() {
        return steps().limit(1).flatMap(step -> Stream.of(step.wrongAnswers(), step.rightAnswers()))
                .map(Path::getParent)
                .flatMap(EachStepTest::folders)
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> assertThat(steps())
                        .extracting(Step::folder)
                        .as("The steps: name %s like one of them", folder)
                        .contains(folder.getFileName().toString())));
    }

    private static Stream<Path> folders(Path parent) {
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(parent + " can't be read: the answers are there", e);
        }
    }
}
