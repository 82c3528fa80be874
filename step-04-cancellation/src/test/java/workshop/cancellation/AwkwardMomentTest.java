package workshop.cancellation;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.plumbing.launch.Work;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What meets once in a million requests, made to happen each time.
 */
@DisplayName("Step 04, the cancellation comes at an awkward moment")
@Order(2)
class AwkwardMomentTest extends ScopeScenario {
    private static final int ROUNDS = 50;
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
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.DEADLINE);
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
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.SHUTDOWN);
    }

    @Exercise(hint = "awaitEnd: when no time is left, cancel(Outcome.DEADLINE). If that does not decide, the parts have been told before.")
    @Order(3)
    @DisplayName("A deadline that passes while the parts clean up interrupts nobody again")
    void deadlineMeanwhile() {
        var run = run(new Works(part) {
            @Override
            void atEnd() {
                scope.cancel(Outcome.CLIENT_GONE);
                part.awaitInterrupt(); // two that come at once are one
            }
        }, in(Duration.ZERO));
        assertThat(part.awaitInterrupt()).as("The part is interrupted when the client leaves").isTrue();
        run.awaitPause();
        part.stop();

        returns(run, "run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome: what came first").isEqualTo(Outcome.CLIENT_GONE);
        assertInterruptedOnce();
    }

    @Exercise(hint = "No lock may be held during a wait: neither awaitEnd nor joinAll is synchronized, since interruptAll takes that lock.")
    @Order(4)
    @DisplayName("A client that leaves when the server stops has the parts interrupted all the same")
    void stopMeanwhile() {
        for (int round = 0; round < ROUNDS; round++) { // of two that want a lock that is free again, either may have it
            stopWhenTheClientLeaves(new CancellationScope(), new Part());
        }
    }

    private void stopWhenTheClientLeaves(CancellationScope each, Part working) {
        var run = run(each, new Works(working) {
            @Override
            void atEnd() {
                var cancel = Background.run(() -> each.cancel(Outcome.CLIENT_GONE));
                awaitOutcome(each, Outcome.CLIENT_GONE);
                cancel.awaitPause(); // it has decided, and wants the lock
                Thread.currentThread().interrupt();
            }
        }, in(LONG));

        assertThat(working.awaitInterrupt())
                .as("The part is interrupted. The client has left, which is decided, and its parts are about to be interrupted. At that%n"
                            + "moment the server stops, so that the handler waits for the parts: most likely it has a lock meanwhile that%n"
                            + "interruptAll wants")
                .isTrue();
        working.stop();
        returns(run, "run() has not returned, although its part has stopped");
        assertThat(each.outcome()).as("The outcome: what came first").isEqualTo(Outcome.CLIENT_GONE);
    }

    @Exercise(hint = "cancel: interruptAll interrupts the parts under the lock under which start starts them. Without it, a part that is"
            + " just being started is missed.")
    @Order(5)
    @DisplayName("A part that is just being started when the request is cancelled is interrupted as well")
    void startedMeanwhile() {
        var second = new Part();
        var run = run(() -> {
            new WhenThreadsAreMade(1, () -> Background.run(() -> scope.cancel(Outcome.CLIENT_GONE)).awaitPause());
            scope.run(List.of(part, second), in(LONG));
        });

        assertThat(part.awaitInterrupt()).as("The part that was started before is interrupted").isTrue();
        assertThat(!second.awaitBegin() || second.awaitInterrupt())
                .as("A part that begins all the same is interrupted. The client left when the part was about to be started, and nothing%n"
                            + "was cancelled yet: whoever interrupts does not find it among the parts, unless it waits until it is there")
                .isTrue();
        part.stop();
        second.stop();
        returns(run, "run() has not returned, although its parts have stopped");
    }

    /** Runs a scope, and returns whether its thread is interrupted then. */
    private Background<Boolean> flagAfterRun(Work work, Duration deadline) {
        return Background.run(() -> {
            scope.run(List.of(work), in(deadline));
            return Thread.currentThread().isInterrupted();
        });
    }
}
