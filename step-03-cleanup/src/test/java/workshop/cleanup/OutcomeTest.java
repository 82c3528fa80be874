package workshop.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.exercise.Exercise;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 03, the decision alone")
@Order(1)
class OutcomeTest {
    private static final int ROUNDS = Integer.getInteger("race.rounds", 300);

    @Exercise(hint = "Outcome.commit: AtomicReference has an operation that looks and writes in one, and tells whether it wrote.")
    @Order(1)
    @DisplayName("A request that is committed is not rolled back")
    void commitFirst() {
        var outcome = new Outcome();

        assertThat(outcome.commit()).as("commit() of a request that runs: it decides").isTrue();
        assertThat(outcome.rollBack()).as("rollBack() after the commit: too late, whatever the client does").isFalse();
        assertThat(outcome.commit()).as("a second commit(): it is decided already").isFalse();
    }

    @Exercise(hint = "Outcome.rollBack: the operation of Outcome.commit, to the other state.")
    @Order(2)
    @DisplayName("A request that is rolled back is not committed")
    void rollBackFirst() {
        var outcome = new Outcome();

        assertThat(outcome.rollBack()).as("rollBack() of a request that runs: it decides").isTrue();
        assertThat(outcome.commit()).as("commit() after the rollback: too late").isFalse();
        assertThat(outcome.rollBack()).as("a second rollBack(): a file is removed once").isFalse();
    }

    @Exercise(hint = "To look first and to write then is two steps, and another thread fits between: compareAndSet is one.")
    @Order(3)
    @DisplayName("Whatever races, one decides, and only one")
    void race() throws Exception {
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < ROUNDS; round++) {
                var outcome = new Outcome();
                var decided = new AtomicInteger();
                var calls = new ArrayList<Callable<Void>>();
                for (BooleanSupplier decision : List.<BooleanSupplier>of(outcome::commit, outcome::rollBack,
                                                                         outcome::commit, outcome::rollBack)) {
                    calls.add(() -> {
                        start.await();
                        decided.addAndGet(decision.getAsBoolean() ? 1 : 0);
                        return null;
                    });
                }
                threads.invokeAll(calls);
                assertThat(decided.get()).as("How many of two commits and two rollbacks at the same time have decided")
                        .isEqualTo(1);
            }
        }
    }
}
