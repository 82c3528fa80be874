package workshop.testkit.exercise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.run.TestResult;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A test of a step that would wait for ever")
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimeLimitTest {
    private static final String LEARNER = """
            class Sample {
                synchronized void run() throws InterruptedException {
                    while (true) {
                        try {
                            Thread.sleep(1000);
                        } catch (InterruptedException e) {
                            // and again
                        }
                    }
                }

                synchronized boolean cancel() {
                    return true;
                }

                static void perform(Runnable part) {
                    part.run();
                }

                static synchronized int await() {
                    workshop.plumbing.wait.CappedWait.until(Sample.class, java.time.Duration.ofMinutes(1), () -> false);
                    return 0;
                }
            }
            """;
    private static final String TEST = """
            import java.util.concurrent.CountDownLatch;
            import org.junit.jupiter.api.AfterEach;
            import org.junit.jupiter.api.BeforeEach;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.Timeout;
            import workshop.testkit.exercise.Exercise;
            import workshop.testkit.wait.Background;
            import static org.assertj.core.api.Assertions.assertThat;

            class SampleTest {
                private final Sample sample = new Sample();

            %s
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void isShort() {
        System.setProperty(TimeLimit.SECONDS_PROPERTY, "1");
    }

    @AfterEach
    void isUsual() {
        System.clearProperty(TimeLimit.SECONDS_PROPERTY);
    }

    @Test
    @DisplayName("is red in time, with a sentence, the line of the learner's code that holds it, and the hint")
    void holdsTheTest() throws IOException {
        assertThat(failure("""
                @Exercise(hint = "do not wait.")
                void test() throws InterruptedException {
                    sample.run();
                }
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The test still waits after 1 s, in SampleTest.test (SampleTest.java:15).%n".formatted()
                                    + "Your code holds it in Sample.run (Sample.java:5).%n".formatted()
                                    + "Hint: do not wait.");
    }

    @Test
    @DisplayName("says where other threads are that hold it, virtual ones too")
    void holdsALock() throws IOException {
        assertThat(failure("""
                @Test
                void given() {
                    Background.run(() -> { sample.run(); return 0; }).awaitPause();
                    sample.cancel();
                }
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Your code holds it in Sample.cancel (Sample.java:")
                .hasMessageContaining("Another thread is in Sample.run (Sample.java:5).");
    }

    @Test
    @DisplayName("finds the learner's code also where it waits in the plumbing that it has called")
    void waitsInThePlumbing() throws IOException {
        assertThat(failure("""
                @Test
                void given() throws InterruptedException {
                    Background.run(Sample::await).awaitPause();
                    new CountDownLatch(1).await();
                }
                """))
                .hasMessageContaining("Another thread is in Sample.await (Sample.java:21).");
    }

    @Test
    @DisplayName("does not put it down to code that only calls what the test has made")
    void holdsItself() throws IOException {
        assertThat(failure("""
                @Test
                void given() throws InterruptedException {
                    Background.run(() -> Sample.perform(() -> await(new CountDownLatch(1)))).awaitPause();
                    new CountDownLatch(1).await();
                }

                private static void await(CountDownLatch latch) {
                    try {
                        latch.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                """))
                .hasMessageContaining("No thread is in your code any more");
    }

    @Test
    @DisplayName("may be a method before or after it")
    void beforeAndAfter() throws IOException {
        for (String annotation : List.of("@BeforeEach", "@AfterEach")) {
            assertThat(failure(annotation + """

                    void runs() throws InterruptedException {
                        sample.run();
                    }

                    @Exercise(hint = "do not wait.")
                    void test() {
                    }
                    """))
                    .hasMessageContaining("Your code holds it in Sample.run (Sample.java:5).")
                    .hasMessageContaining("Hint: do not wait.");
        }
    }

    @Test
    @DisplayName("after it is red only ends, and says nothing more")
    void afterAFailure() throws IOException {
        assertThat(failure("""
                @AfterEach
                void stop() throws InterruptedException {
                    sample.run();
                }

                @Test
                void given() {
                    throw new AssertionError("red");
                }
                """))
                .hasMessage("red").hasNoSuppressedExceptions();
    }

    @Test
    @DisplayName("is shorter once a test was held: what holds one holds most of them")
    void afterAnother() throws IOException {
        System.setProperty(TimeLimit.SECONDS_PROPERTY, "3");
        var held = SampleStep.run(folder, LEARNER, TEST.formatted("""
                @Test
                void one() throws InterruptedException {
                    sample.run();
                }

                @Test
                void another() throws InterruptedException {
                    sample.run();
                }
                """));
        assertThat(held).extracting(test -> test.failure().orElseThrow().getMessage()).satisfiesExactlyInAnyOrder(
                first -> assertThat(first).contains("still waits after 3 s"), later -> assertThat(later).contains("still waits after 2 s"));
    }

    @Test
    @DisplayName("is JUnit's business where it has a limit of its own")
    void ownLimit() throws IOException {
        assertThat(run("""
                @Test
                @Timeout(60)
                void given() {
                    assertThat(Thread.currentThread().getName()).isNotEqualTo("the test");
                }
                """).green()).isTrue();
        assertThat(run("""
                @Test
                void given() {
                    assertThat(Thread.currentThread().getName()).isEqualTo("the test");
                }
                """).green()).isTrue();
    }

    private Throwable failure(String methods) throws IOException {
        return run(methods).failure().orElseThrow();
    }

    private TestResult run(String methods) throws IOException {
        return SampleStep.run(folder, LEARNER, TEST.formatted(methods)).getFirst();
    }
}
