package workshop.cleanup;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.interleaving.Call;
import workshop.testkit.interleaving.Interleavings;
import workshop.testkit.interleaving.SteppingLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 03, the decision alone")
@Order(1)
class OutcomeTest {
    private static final String TWO_STEPS =
            "To look first and to write then is two steps, and another thread fits between: compareAndSet is one.";
    private static final String NOBODY =
            "Of two that decide, one is told so. A weakCompareAndSet may fail although nobody else has decided: it is for loops that try"
                    + " again. compareAndSet fails for one reason only.";

    @Exercise(hint = "Outcome.commit: AtomicReference has an operation that looks and writes in one, and tells whether it wrote.")
    @Order(1)
    @DisplayName("A request that is committed is not rolled back")
    void commitFirst() {
        var outcome = new Outcome();

        assertThat(outcome.commit()).as("commit() of a request that runs: it decides").isTrue();
        hint("Outcome.rollBack: from RUNNING to ROLLED_BACK, and from nowhere else. compareAndSet looks and writes in one.", () ->
                assertThat(outcome.rollBack()).as("rollBack() after the commit: too late, whatever the client does").isFalse());
        assertThat(outcome.commit()).as("a second commit(): it is decided already").isFalse();
    }

    @Exercise(hint = "Outcome.rollBack: the operation of Outcome.commit, to the other state.")
    @Order(2)
    @DisplayName("A request that is rolled back is not committed")
    void rollBackFirst() {
        var outcome = new Outcome();

        assertThat(outcome.rollBack()).as("rollBack() of a request that runs: it decides").isTrue();
        hint("Outcome.commit: from RUNNING to COMMITTED, and from nowhere else. compareAndSet looks and writes in one.", () ->
                assertThat(outcome.commit()).as("commit() after the rollback: too late").isFalse());
        assertThat(outcome.rollBack()).as("a second rollBack(): a file is removed once").isFalse();
    }

    @Exercise(hint = TWO_STEPS)
    @Order(3)
    @DisplayName("Whatever races, one decides, and only one")
    void race() throws ReflectiveOperationException {
        Class<?> stepping = new SteppingLoader(Outcome.class).load();
        var commit = Call.of(stepping, "commit");
        var rollBack = Call.of(stepping, "rollBack");
        for (var calls : List.of(new Interleavings(stepping, commit, rollBack), new Interleavings(stepping, rollBack, commit),
                                 new Interleavings(stepping, rollBack, rollBack), new Interleavings(stepping, commit, commit))) {
            for (Interleavings.Run run : calls.runs()) {
                hint(run.told() == 0 ? NOBODY : TWO_STEPS, () -> assertThat(run.told())
                        .as("Two threads decide at the same moment, and their steps follow on each other like this:%n%s%n"
                                    + "How many of the two have been told that they decided", run.steps())
                        .isEqualTo(1));
            }
        }
    }
}
