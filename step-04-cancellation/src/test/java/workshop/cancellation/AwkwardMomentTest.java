package workshop.cancellation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.plumbing.launch.Work;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.OccupiedCarriers;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What meets once in a million requests, made to happen each time.
 */
@DisplayName("Step 04, the cancellation comes at an awkward moment")
@Order(2)
class AwkwardMomentTest extends ScopeScenario {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(3));
    private static final Duration SHORT = Duration.ofMillis(50);

    @Exercise(hint = "cancel: it interrupts the parts, and nobody else. The handler's thread waits for their end, and need not be woken.")
    @Order(1)
    @DisplayName("A cancellation interrupts the parts, and never the handler")
    void handlerIsNotInterrupted() {
        var late = Background.run(() -> {
            var done = new CancellationScope();
            done.run(List.of(() -> { }), in(LONG));
            done.cancel(Outcome.CLIENT_GONE);
            return Thread.currentThread().isInterrupted();
        });
        assertThat(late.result("run() or cancel() has not returned, although the part has ended"))
                .as("Whether the handler has been interrupted by a client that left when run() had just returned: it would hit what comes%n"
                            + "next")
                .isFalse();

        assertThat(flagAfterRun(InterruptedPart.stopsMeanwhile(), SHORT).result("run() has not returned after its deadline"))
                .as("Whether the handler is interrupted when run() has returned after its deadline: it would hit the answer")
                .isFalse();
        assertOutcome(scope, Outcome.DEADLINE);
    }

    @Exercise(hint = "run: the interrupt has been dealt with once cancel(Outcome.SHUTDOWN) has been called. Nobody sets the flag again, not"
            + " even for joinAll: where all parts have stopped by then, nobody takes it back.")
    @Order(2)
    @DisplayName("An interrupt goes no further where the parts stop at once, either")
    void stopsAtOnce() {
        var stops = InterruptedPart.stopsMeanwhile();
        var run = flagAfterRun(stops, LONG);
        assertThat(stops.awaitBegin()).as("The part has begun").isTrue();
        run.awaitPause().interrupt();

        assertThat(run.result("run() has not returned, although its part has stopped"))
                .as("Whether the interrupt of the stop is still set when run() has returned, where the part had stopped before anybody%n"
                            + "waited for it: it would hit what comes next")
                .isFalse();
        assertOutcome(scope, Outcome.SHUTDOWN);
    }

    @Exercise(hint = "awaitEnd: when no time is left, cancel(Outcome.DEADLINE). If that does not decide, the parts have been told before.")
    @Order(3)
    @DisplayName("A deadline that passes while the parts clean up interrupts nobody again")
    void deadlineMeanwhile() {
        var started = new CountDownLatch(1);
        var run = run(new Works(part) {
            @Override
            void atEnd() {
                scope.cancel(Outcome.CLIENT_GONE);
                part.awaitInterrupt(); // two that come at once are one
                started.countDown();
            }
        }, in(Duration.ZERO));
        assertThat(Uninterrupted.await(started, CAP)).as("The client has left when the parts were started, and the deadline passes").isTrue();
        boolean begun = part.awaitBegin(); // it is not, where the list is copied first: then the client leaves before a part is started
        assertThat(!begun || part.awaitInterrupt()).as("The part is interrupted when the client leaves").isTrue();
        run.awaitPause();
        part.stop();

        returns(run, "run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome: what came first").isEqualTo(Outcome.CLIENT_GONE);
        if (begun) {
            assertInterruptedOnce();
        }
    }

    @Exercise(hint = "No lock may be held during a wait: neither awaitEnd nor joinAll is synchronized, since interruptAll takes that lock.")
    @Order(4)
    @DisplayName("A client that leaves when the server stops has the parts interrupted all the same")
    void stopMeanwhile() {
        var stopped = new CountDownLatch(1);
        var first = new AtomicReference<Outcome>();
        Background<?> run;
        try (var carriers = new OccupiedCarriers()) {
            run = Background.runOnPlatformThread(() -> scope.run(new Works(part) {
                @Override
                void atEnd() {
                    leave(); // whoever has decided wants the lock, or whoever decides
                    first.set(Objects.requireNonNullElse(scope.outcome(), Outcome.SHUTDOWN));
                    carriers.take(); // so it does not run when the lock is free
                    Thread.currentThread().interrupt();
                    stopped.countDown();
                }
            }, in(LONG)));
            assertThat(Uninterrupted.await(stopped, CAP)).as("The client has left when the parts were started, and the server stops").isTrue();
            run.awaitPause();
        }

        assertThat(!part.awaitBegin() || part.awaitInterrupt())
                .as("The part is interrupted. The client has left, which is decided, and its parts are about to be interrupted. At that%n"
                            + "moment the server stops, so that the handler waits for the parts: most likely it has a lock meanwhile that%n"
                            + "interruptAll wants")
                .isTrue();
        part.stop();
        run.result("run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome: what came first").isEqualTo(first.get());
    }

    /** Runs a scope, and returns whether its thread is interrupted then. */
    private Background<Boolean> flagAfterRun(Work work, Duration deadline) {
        return Background.run(() -> {
            scope.run(List.of(work), in(deadline));
            return Thread.currentThread().isInterrupted();
        });
    }
}
