package workshop.cancellation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

/**
 * A scope whose run() goes on in the background, so that a test can see what it does meanwhile.
 */
abstract class ScopeScenario {
    static final String ONLY_START =
            "Only start changes parts: who takes out a part that has ended does so while another thread goes through them, or for itself;"
                    + " who goes through them to interrupt them does so under the lock of start, by interruptAll().";
    static final Duration LONG = Duration.ofSeconds(60);

    private final List<Part> parts = new ArrayList<>();
    final CancellationScope scope = new CancellationScope();
    final Part part = newPart();
    volatile Throwable thrown;

    @AfterEach
    void endParts() {
        parts.forEach(Part::end);
    }

    /** Another part, which ends with the test at the latest. */
    final Part newPart() {
        var added = new Part();
        parts.add(added);
        return added;
    }

    final void assertInterruptedOnce() {
        assertInterruptedOnce(part);
    }

    final void assertInterruptedOnce(Part interrupted) {
        hint("cancel: only the call that decides interrupts the parts. Who waits for them afterwards, in joinAll, only waits.", () ->
                assertThat(interrupted.interrupts())
                        .as("Interrupts of the part: one that comes while it cleans up breaks the cleaning up").isEqualTo(1));
    }

    final void returns(Background<?> run, String otherwise) {
        run.result(otherwise);
        if (thrown instanceof AssertionError failure) {
            throw failure;
        }
        hint(ONLY_START, () ->
                assertThat(thrown instanceof ConcurrentModificationException)
                        .as("Whether run() throws a ConcurrentModificationException: somebody changes parts while somebody goes through them")
                        .isFalse());
        assertThat(thrown).as("What run() throws").isNull();
    }

    final void assertOutcome(CancellationScope cancelled, Outcome cause) {
        hint("cancel: the first cause counts, so decide, by one compareAndSet from null, and interrupt the parts then. They fail, or a"
                     + " stop comes meanwhile: that changes nothing any more. awaitEnd cancels with DEADLINE, run with SHUTDOWN.", () ->
                assertThat(cancelled.outcome()).as("The outcome").isEqualTo(cause));
    }

    final Background<?> run(List<Work> parts, Duration deadline) {
        return run(parts, in(deadline));
    }

    final Background<?> run(List<Work> parts, long deadline) {
        return run(scope, parts, deadline);
    }

    final Background<?> run(CancellationScope run, List<Work> parts, long deadline) {
        return run(() -> run.run(parts, deadline));
    }

    final Background<?> run(Runnable call) {
        return Background.run(() -> {
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
        });
    }

    /** Has the client leave; returns when the parts are interrupted, or whoever does so, or decides it, waits for the lock. */
    final void leave() {
        Outcome cause = Outcome.CLIENT_GONE;
        Background.run(() -> scope.cancel(cause)).awaitPause();
    }

    static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
