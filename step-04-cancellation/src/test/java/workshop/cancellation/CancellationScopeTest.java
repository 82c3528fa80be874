package workshop.cancellation;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.Work;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 04, the cancellation scope alone")
@Order(1)
class CancellationScopeTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final CancellationScope scope = new CancellationScope();
    private final Part part = new Part();

    @Test
    @Order(1)
    @DisplayName("Given: a scope whose parts are done can be committed, once")
    void done() {
        var ended = new AtomicInteger();
        scope.run(Collections.nCopies(4, ended::incrementAndGet), in(LONG));

        assertThat(ended.get()).as("Parts that were done when run() returned").isEqualTo(4);
        assertThat(scope.commit()).as("commit() when all parts are done").isTrue();
        assertThat(scope.cancel(Outcome.CLIENT_GONE)).as("cancel() after the commit: too late").isFalse();
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.COMMITTED);
    }

    @Exercise(hint = "run: start(work) gives each part a virtual thread; then wait with awaitEnd and joinAll, which join the parts.")
    @Order(2)
    @DisplayName("All parts run at once")
    void atOnce() {
        var together = new CyclicBarrier(4);
        Work meets = () -> {
            try {
                together.await(Patience.of(Duration.ofSeconds(1)).toMillis(), TimeUnit.MILLISECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the parts do not run at the same time", e);
            }
        };
        run(Collections.nCopies(4, meets), LONG).result("run() has not returned, although its parts have ended");

        assertThat(scope.failure()).as("The failure of a part that waits for the three others: they should run at once").isNull();
    }

    @Exercise(hint = "cancel: whoever decides calls interruptAll().")
    @Order(3)
    @DisplayName("A cancellation interrupts every part")
    void interruptsEveryPart() {
        var second = new Part();
        var run = run(List.of(part, second), LONG);
        assertThat(part.awaitBegin() && second.awaitBegin()).as("Both parts have begun").isTrue();

        assertThat(scope.cancel(Outcome.CLIENT_GONE)).as("cancel() of a request that runs: it decides").isTrue();

        assertThat(part.awaitInterrupt() && second.awaitInterrupt())
                .as("Both parts are interrupted. To stop the handler and not its parts leaves them working for nobody")
                .isTrue();
        part.stop();
        second.stop();
        run.result("run() has not returned, although its parts have stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.CLIENT_GONE);
        assertThat(scope.failure()).as("The failure of a request that was cancelled: that its parts were stopped is no failure")
                .isNull();
        assertThat(scope.commit()).as("commit() after a cancellation").isFalse();
    }

    @Exercise(hint = "awaitEnd: part.join(Duration) tells whether the part has ended. If not, cancel(Outcome.DEADLINE).")
    @Order(4)
    @DisplayName("The deadline cancels the parts")
    void deadline() {
        var run = run(List.of(part), Duration.ofMillis(50));

        assertThat(part.awaitInterrupt()).as("The part is interrupted when the deadline has passed. An answer alone does not"
                                                     + " stop the work").isTrue();
        part.stop();
        run.result("run() has not returned after its deadline");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.DEADLINE);
    }

    @Exercise(hint = "run: after awaitEnd, joinAll joins every part that is still alive, whatever the outcome is.")
    @Order(5)
    @DisplayName("run() returns only when every part has stopped")
    void joins() {
        var run = run(List.of(part), Duration.ofMillis(50));
        assertThat(part.awaitInterrupt()).as("The part is interrupted when the deadline has passed").isTrue();

        run.awaitEnd(); // it must not come
        assertThat(run.isDone())
                .as("run() has returned while a part still runs. It would write to a file that is removed already")
                .isFalse();
        part.stop();
        run.result("run() has not returned, although its part has stopped");
    }

    @Exercise(hint = "run: an InterruptedException in awaitEnd is the server's stop: cancel(Outcome.SHUTDOWN), then"
            + " joinAll(), which waits on whoever interrupts. Neither of them sets the flag again.")
    @Order(6)
    @DisplayName("An interrupt of the handler is the server's stop, and it goes no further")
    void shutdown() {
        var flag = new AtomicBoolean();
        var run = Background.run(() -> {
            scope.run(List.of(part), in(LONG));
            flag.set(Thread.currentThread().isInterrupted());
            return true;
        });
        assertThat(part.awaitBegin()).as("The part has begun").isTrue();
        run.awaitPause().interrupt();

        assertThat(part.awaitInterrupt()).as("The part is interrupted when the handler is").isTrue();
        run.interrupt(); // Helidon may do so twice
        run.awaitEnd(); // it must not come
        assertThat(run.isDone()).as("run() has returned while its part still runs").isFalse();
        part.stop();
        run.result("run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.SHUTDOWN);
        assertThat(flag.get()).as("The interrupt is still set when run() has returned: it would hit what comes next").isFalse();
    }

    @Exercise(hint = "cancel also ends the other parts when one fails: fail(e) calls it.")
    @Order(7)
    @DisplayName("A part that fails cancels the others")
    void failure() {
        var failure = new IllegalStateException("as this test wants");
        var run = run(List.of(part, () -> {
            throw failure;
        }), LONG);

        assertThat(part.awaitInterrupt()).as("The other part is interrupted when one fails").isTrue();
        part.stop();
        run.result("run() has not returned, although its parts have stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.FAILED);
        assertThat(scope.failure()).as("The failure").isSameAs(failure);
    }

    @Exercise(hint = "cancel: one compareAndSet from null. Who comes second gets false and does nothing.")
    @Order(8)
    @DisplayName("The first cause counts, and the parts are interrupted once")
    void firstCause() {
        var run = run(List.of(part), LONG);
        assertThat(part.awaitBegin()).as("The part has begun").isTrue();

        assertThat(scope.cancel(Outcome.CLIENT_GONE)).as("The first cancel()").isTrue();
        assertThat(part.awaitInterrupt()).as("The part is interrupted").isTrue();
        assertThat(scope.cancel(Outcome.DEADLINE)).as("The second cancel()").isFalse();
        part.stop();
        run.result("run() has not returned, although its part has stopped");

        assertThat(scope.outcome()).as("The outcome: what came first").isEqualTo(Outcome.CLIENT_GONE);
        assertThat(part.interrupts()).as("Interrupts of the part: one that comes while it cleans up breaks the cleaning up")
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    @DisplayName("Given: a request that is cancelled before its parts start never starts them")
    void cancelledBefore() {
        scope.cancel(Outcome.CLIENT_GONE);
        run(List.of(part), LONG).result("run() has not returned, although nothing had to start");

        assertThat(part.hasBegun()).as("The part has begun").isFalse();
    }

    @Exercise(hint = "awaitEnd: the time that is left is deadline - System.nanoTime(), each time anew.")
    @Order(10)
    @DisplayName("The deadline is one for all parts")
    void deadlineForAll() {
        var parts = new ArrayList<Work>();
        for (int end = 1; end <= 60; end++) {
            parts.add(Work.lasting(Duration.ofMillis(50 * end)));
        }
        parts.add(part);
        var run = run(parts, Duration.ofMillis(300));

        assertThat(part.awaitInterrupt()).as("The part is interrupted when the deadline for all parts together has passed,"
                                                     + " while others still end one by one").isTrue();
        part.stop();
        run.result("run() has not returned after its deadline");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.DEADLINE);
    }

    @Exercise(hint = "run: start(work) says what it could not start by failing the scope; wait and join as ever.")
    @Order(11)
    @DisplayName("Where a part can't be started, those that have been are stopped and joined")
    void cannotStart() {
        var run = run(new AbstractList<>() {
            @Override
            public Work get(int index) {
                if (index == 0) {
                    return part;
                }
                throw new OutOfMemoryError("unable to create a thread, as this test wants");
            }

            @Override
            public int size() {
                return 2;
            }
        }, LONG);

        assertThat(part.awaitBegin() && part.awaitInterrupt()).as("The part that was started is interrupted").isTrue();
        assertThat(run.isDone()).as("run() has returned, and a part still runs").isFalse();
        part.stop();
        run.result("run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.FAILED);
    }

    private Background<Boolean> run(List<Work> parts, Duration deadline) {
        return Background.run(() -> {
            scope.run(parts, in(deadline));
            return true;
        });
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
