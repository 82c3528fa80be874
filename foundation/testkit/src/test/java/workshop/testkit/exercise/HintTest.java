package workshop.testkit.exercise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.run.TestResult;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The hint of an exercise that is red")
class HintTest {
    private static final String TEST = """
            import java.util.List;
            import org.junit.jupiter.api.Assumptions;
            import workshop.testkit.exercise.Exercise;
            import static org.assertj.core.api.Assertions.assertThat;
            import static workshop.testkit.exercise.Hint.hint;

            class SampleTest {
                @Exercise(hint = "the usual one.")
                void test() throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is that of the exercise")
    void usual() throws IOException {
        assertThat(failure("assertThat(1).as(\"One\").isEqualTo(2);"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[One]").hasMessageEndingWith("%nHint: the usual one.".formatted());
    }

    @Test
    @DisplayName("is that of what has failed, if that has one")
    void ofAnAssertion() throws IOException {
        assertThat(failure("hint(\"its own.\", () -> assertThat(1).as(\"One\").isEqualTo(2));"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[One]").hasMessageEndingWith("%nHint: its own.".formatted())
                .hasMessageNotContaining("the usual one");
    }

    @Test
    @DisplayName("is that of what is innermost")
    void innermost() throws IOException {
        for (String inner : List.of("assertThat(1).isEqualTo(2)", "new Sample().size()")) {
            assertThat(failure("hint(\"of all.\", () -> hint(\"of one.\", () -> " + inner + "));"))
                    .hasMessageEndingWith("%nHint: of one.".formatted()).hasMessageNotContaining("of all");
        }
    }

    @Test
    @DisplayName("comes with an exception of the learner's code too, and with the line that has thrown it")
    void exception() throws IOException {
        for (String call : List.of("new Sample().size();", "hint(\"the usual one.\", () -> new Sample().size());")) {
            assertThat(failure(call))
                    .isNotInstanceOf(AssertionError.class)
                    .hasRootCauseInstanceOf(NullPointerException.class)
                    .hasMessageContaining("\"this.list\" is null")
                    .hasMessageContaining("%nat workshop.sample.Sample.size(Sample.java:5)%nHint: the usual one.".formatted());
        }
    }

    @Test
    @DisplayName("stands behind what has ended a thread of the learner's meanwhile, which is told first")
    void ofAThread() throws IOException {
        assertThat(failure("Thread.startVirtualThread(() -> new Sample().size()).join(); assertThat(1).as(\"One\").isEqualTo(2);"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("A thread has ended with this, which is most likely the cause: java.lang.NullPointerException")
                .hasMessageContaining("%nat workshop.sample.Sample.size(Sample.java:5)%n[One]".formatted())
                .hasMessageEndingWith("%nHint: the usual one.".formatted());
    }

    @Test
    @DisplayName("is not needed where this machine lacks something")
    void aborted() throws IOException {
        for (String abort : List.of("Assumptions.abort(\"no curl\");", "hint(\"its own.\", () -> Assumptions.abort(\"no curl\"));")) {
            assertThat(run(abort).skipped()).contains("no curl");
        }
    }

    private Throwable failure(String statement) throws IOException {
        return run(statement).failure().orElseThrow();
    }

    private TestResult run(String statement) throws IOException {
        return SampleStep.run(folder, """
                class Sample {
                    private java.util.List<String> list;

                    int size() {
                        return list.size();
                    }
                }
                """, TEST.formatted(statement)).getFirst();
    }
}
