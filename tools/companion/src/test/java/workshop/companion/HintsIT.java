package workshop.companion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.companion.hint.HintBook;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.hint.Hint;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The hints")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner has removed TODO comments")
class HintsIT {
    static List<Step> steps() {
        return Workshop.at(Path.of("../..").toAbsolutePath().normalize()).steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("are there for each TODO of a starter, in three depths")
    void complete(Step step) {
        var book = HintBook.of(step);

        assertThat(book.openTodos()).as("The TODOs of %s", step.title()).isNotEmpty()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, book.hints().size()).boxed().toList())
                .containsExactlyElementsOf(book.hints().stream().map(Hint::todo).toList());
        assertThat(book.hints()).allSatisfy(hint -> {
            assertThat(hint.title()).isNotBlank();
            assertThat(Files.isRegularFile(step.starter().resolve(hint.file()))).as("%s is there", hint.file()).isTrue();
            assertThat(hint.texts()).hasSize(Hint.DEPTHS).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }
}
