package workshop.cleanup;

import java.util.concurrent.atomic.AtomicReference;

/** How one request ends: each caller is told how it is decided. */
final class Outcome {
    private enum State { RUNNING, COMMITTED, ROLLED_BACK }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /**
     * Decides to commit.
     *
     * @return whether the request is committed
     */
    boolean commit() {
        state.compareAndSet(State.RUNNING, State.COMMITTED);
        return state.get() == State.COMMITTED;
    }

    /**
     * Decides to roll back.
     *
     * @return whether the request is rolled back
     */
    boolean rollBack() {
        state.compareAndSet(State.RUNNING, State.ROLLED_BACK);
        return state.get() == State.ROLLED_BACK;
    }
}
