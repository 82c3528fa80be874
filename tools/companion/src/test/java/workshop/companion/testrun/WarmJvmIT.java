package workshop.companion.testrun;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import workshop.companion.WorkshopTree;
import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The JVM in which the watch tests a step")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "runs a step's tests thirty times; .ci/run does")
@Execution(ExecutionMode.CONCURRENT) // they wait most of the time
class WarmJvmIT {
    private static final int SAVES = 30;
    private static final Duration CAP = Duration.ofSeconds(10);

    @TempDir
    private Path temporary;

    @Test
    @DisplayName("has no more sockets, threads and directories after thirty saves than after the first")
    void leavesNothingBehind() throws IOException {
        assumeTrue(LeftBehind.canBeSeen(), "there is no /proc here to see the sockets and threads of a process in");
        Step step = WorkshopTree.THIS.step("2");
        var request = new TestRun(WorkshopTree.THIS, _ -> { }).request(step, step.starter().resolve("target/test-classes"),
                                                          step.starter().resolve("target/classes"));
        try (var jvm = TestJvm.start(WorkshopTree.THIS, step, true, Redirect.DISCARD, "-Dworkshop.patience=0.5", "-Djava.io.tmpdir=" + temporary)) {
            jvm.run(request, _ -> { });
            var first = LeftBehind.in(jvm.pid(), temporary);
            for (int save = 2; save <= SAVES; save++) {
                jvm.run(request, _ -> { });
            }
            assertThat(beyond(first, jvm)).as("What the tests of %s, run %d times, leave behind", step.title(), SAVES).isEmpty();
        }
    }

    /** What ends by itself has time to. */
    private List<String> beyond(LeftBehind first, TestJvm jvm) throws IOException {
        long end = System.nanoTime() + CAP.toNanos();
        while (true) {
            List<String> beyond = LeftBehind.in(jvm.pid(), temporary).beyond(first);
            if (beyond.isEmpty() || System.nanoTime() > end) {
                return beyond;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
