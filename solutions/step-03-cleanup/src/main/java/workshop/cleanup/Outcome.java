package workshop.cleanup;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How one request ends: committed or rolled back. It is decided once, by whoever comes first.
 */
final class Outcome {
    private enum State { RUNNING, COMMITTED, ROLLED_BACK }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /**
     * Decides to commit.
     *
     * @return whether this call decided it; {@code false} if the request is rolled back or committed already
     */
    boolean commit() {
        // tag::solution-committed[]
        return state.compareAndSet(State.RUNNING, State.COMMITTED);
        // end::solution-committed[]
    }

    /**
     * Decides to roll back.
     *
     * @return whether this call decided it; {@code false} if the request is committed or rolled back already
     */
    boolean rollBack() {
        // tag::solution-rolled-back[]
        return state.compareAndSet(State.RUNNING, State.ROLLED_BACK);
        // end::solution-rolled-back[]
    }
}
