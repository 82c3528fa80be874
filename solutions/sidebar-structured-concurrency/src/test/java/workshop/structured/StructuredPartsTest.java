package workshop.structured;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 04, the parts in a StructuredTaskScope")
@Timeout(30)
class StructuredPartsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch clientGone = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(2);
    private final AtomicInteger stopped = new AtomicInteger();
    private final Work endless = () -> {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } finally {
            stopped.incrementAndGet();
        }
    };

    @Test
    @DisplayName("All parts are done")
    void done() throws InterruptedException {
        var ended = new AtomicInteger();

        assertThat(StructuredParts.run(Collections.nCopies(4, ended::incrementAndGet), LONG, clientGone)).isEqualTo(Ending.DONE);
        assertThat(ended.get()).isEqualTo(4);
    }

    @Test
    @DisplayName("The client leaves: all parts have stopped when run() returns")
    void clientGone() throws InterruptedException {
        var run = Background.run(() -> StructuredParts.run(List.of(endless, endless), LONG, clientGone));
        begun.await();
        clientGone.countDown();

        assertThat(run.result("The parts go on although the client has left")).isEqualTo(Ending.CLIENT_GONE);
        assertThat(stopped.get()).as("Parts that have stopped").isEqualTo(2);
    }

    @Test
    @DisplayName("The deadline passes: all parts have stopped when run() returns")
    void deadline() throws InterruptedException {
        assertThat(StructuredParts.run(List.of(endless, endless), Duration.ofMillis(50), clientGone)).isEqualTo(Ending.DEADLINE);
        assertThat(stopped.get()).as("Parts that have stopped").isEqualTo((int) (2 - begun.getCount()));
    }

    @Test
    @DisplayName("A part fails: the others have stopped when run() returns")
    void failure() throws InterruptedException {
        Work fails = () -> {
            throw new IllegalStateException("as this test wants");
        };
        assertThat(StructuredParts.run(List.of(endless, fails), LONG, clientGone)).isEqualTo(Ending.FAILED);
        assertThat(stopped.get()).as("Parts that have stopped").isEqualTo((int) (2 - begun.getCount()));
    }

    @Test
    @DisplayName("The server stops: run() throws when all parts have stopped")
    void interrupted() throws InterruptedException {
        var run = Background.run(() -> StructuredParts.run(List.of(endless, endless), LONG, clientGone));
        begun.await();
        run.awaitPause().interrupt();

        assertThatThrownBy(() -> run.result("run() has not returned after the interrupt")).hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(stopped.get()).as("Parts that have stopped").isEqualTo(2);
    }
}
