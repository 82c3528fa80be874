package workshop.companion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A starter is its solution without the answers: alike but for what the learner writes, which is between {@code tag::solution…[]}
 * and {@code end::solution…[]} in the solution, and a {@code TODO} in the starter. A learner may change it as they like, so this
 * holds only for {@code -Dstarters=untouched}.
 */
@DisplayName("The starters")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner may change a starter")
class MirrorIT {
    @ParameterizedTest
    @MethodSource("workshop.companion.WorkshopTree#steps")
    @DisplayName("mirror the solutions")
    void mirror(Step step) {
        Map<String, byte[]> starter = SourceFiles.in(step.starter(), "src");

        assertThat(SourceFiles.in(step.solution(), "src")).as("The sources of %s", step.title()).isNotEmpty()
                .allSatisfy((name, content) -> {
                    List<String> solved = lines(content);
                    List<String> given = lines(starter.getOrDefault(name, new byte[0]));
                    assertThat(DiffUtils.diff(untagged(solved), given).getDeltas()).as("Lines of %s that are not tagged as solution, and"
                            + " that the starter does not have", name).allMatch(delta -> delta.getType() == DeltaType.INSERT);
                    if (solved.stream().anyMatch(line -> line.contains("tag::solution"))) {
                        assertThat(given).as("%s has a TODO step", name).anyMatch(line -> line.contains("TODO step"));
                    } else {
                        assertThat(given).as("%s is the same in starter and solution", name).isEqualTo(solved);
                    }
                });
    }

    private static List<String> untagged(List<String> solved) {
        var given = new ArrayList<String>();
        boolean tagged = false;
        for (String line : solved) {
            if (line.contains("tag::solution")) {
                tagged = true;
            } else if (line.contains("end::solution")) {
                tagged = false;
            } else if (!tagged && !line.isBlank()) {
                given.add(line);
            }
        }
        return given;
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
