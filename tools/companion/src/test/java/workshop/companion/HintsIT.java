package workshop.companion;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.companion.work.OpenTodo;
import workshop.model.Step;
import workshop.model.hint.Hint;
import workshop.model.hint.HintFile;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The hints")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner has removed TODO comments")
class HintsIT {
    @ParameterizedTest
    @MethodSource("workshop.companion.WorkshopTree#steps")
    @DisplayName("are there for each TODO of a starter, in three depths")
    void complete(Step step) {
        List<Hint> hints = HintFile.read(step.starter());

        assertThat(OpenTodo.in(step).stream().map(OpenTodo::number).distinct()).as("The TODOs of %s", step.title()).isNotEmpty()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, hints.size()).boxed().toList())
                .containsExactlyElementsOf(hints.stream().map(Hint::todo).toList());
        assertThat(hints).allSatisfy(hint -> {
            assertThat(hint.title()).isNotBlank();
            assertThat(Files.isRegularFile(step.starter().resolve(hint.file()))).as("%s is there", hint.file()).isTrue();
            assertThat(hint.texts()).hasSize(Hint.DEPTHS).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }
}
