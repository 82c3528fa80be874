package workshop.testkit.exercise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What escapes from the learner's threads")
class UncaughtExceptionsTest {
    private static final String LEARNER = """
            class Sample {
                void runs() {
                    throw new IllegalStateException("one");
                }

                void fails() {
                    throw new IllegalStateException("other");
                }
            }
            """;
    private static final String TEST = """
            import org.junit.jupiter.api.Test;

            class SampleTest {
                @Test
                void given() throws InterruptedException {
                    for (int i = 0; i < 110; i++) {
                        Thread.startVirtualThread(new Sample()::runs).join();
                    }
                    Thread.startVirtualThread(new Sample()::fails).join();
                }
            }
            """;

    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void record() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void recordNoMore() {
        System.setErr(err);
    }

    @Test
    @DisplayName("is printed once for each kind, with its trace, and counted")
    void oncePerKind() throws IOException {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        assertThat(SampleStep.run(folder, LEARNER, TEST)).hasSize(1);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("Exception in thread \"\" java.lang.IllegalStateException: one")
                .containsOnlyOnce("Exception in thread \"\" java.lang.IllegalStateException: other")
                .contains("at workshop.sample.Sample.runs(Sample.java:3)")
                .containsOnlyOnce("more like it")
                .contains("… and 109 more like it: java.lang.IllegalStateException%nat workshop.sample.Sample.runs(Sample.java:3)".formatted());
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }
}
