package workshop.companion.testrun;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.companion.WorkshopTree;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.work.OpenTodo;
import workshop.model.Step;
import workshop.model.hint.Hint;
import workshop.model.source.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starters are as long as nobody has changed them. A learner solves exercises and removes TODO comments, so this holds
 * only for {@code -Dstarters=untouched}.
 */
@DisplayName("The untouched starters")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "a learner changes a starter")
@Execution(ExecutionMode.CONCURRENT) // they wait most of the time
class StartersIT {
    private static final String STEPS = "workshop.companion.WorkshopTree#steps";

    @ParameterizedTest
    @MethodSource(STEPS)
    @DisplayName("are red in each exercise, and green in everything given")
    void red(Step step) {
        assertThat(offences(new TestRun(WorkshopTree.THIS, _ -> { }).every(step)))
                .as("Tests of %s that do not end as in an untouched starter", step.title())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(STEPS)
    @DisplayName("are alike their solutions but for what the learner writes, which is tagged there, and a TODO here")
    void mirror(Step step) {
        Map<String, byte[]> starter = SourceFiles.in(step.starter(), "src");

        assertThat(SourceFiles.in(step.solution(), "src/main")).as("The sources of %s", step.title()).isNotEmpty()
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

    @ParameterizedTest
    @MethodSource(STEPS)
    @DisplayName("have a hint for each TODO, in three depths")
    void hints(Step step) {
        List<Hint> hints = Hint.of(step.starter());

        assertThat(OpenTodo.in(step).stream().map(OpenTodo::number).distinct()).as("The TODOs of %s", step.title()).isNotEmpty()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, hints.size()).boxed().toList())
                .containsExactlyElementsOf(hints.stream().map(Hint::todo).toList());
        assertThat(hints).allSatisfy(hint -> {
            assertThat(hint.title()).isNotBlank();
            assertThat(step.starter().resolve(hint.file())).isRegularFile();
            assertThat(hint.texts()).hasSize(Hint.DEPTHS).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }

    /** A sentence for each test that did not end as in an untouched starter: an exercise is red by an assertion, a given one green. */
    static List<String> offences(StepProgress progress) {
        var offences = new ArrayList<String>();
        if (progress.exercises().isEmpty()) {
            offences.add("%s has no exercise".formatted(progress.step().title()));
        }
        for (StepTest test : progress.tests()) {
            for (TestOutcome run : test.runs()) {
                if (run.state() != (run.exercise() ? State.RED : State.GREEN) && !isMissingTool(test, run)) {
                    offences.add("%s, %s '%s' (%s) is %s%s".formatted(
                            progress.step().title(), run.exercise() ? "exercise" : "given test", run.name(), run.test(), run.state(),
                            run.message().isEmpty() ? "" : ": " + run.message()));
                }
            }
        }
        return offences;
    }

    /** A run may be skipped for the lack of a tool, such as curl, if another run of its test is not. */
    private static boolean isMissingTool(StepTest test, TestOutcome run) {
        return run.state() == State.SKIPPED && test.runs().stream().anyMatch(other -> other.state() != State.SKIPPED);
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
