package workshop.cleanup;

import java.util.concurrent.atomic.AtomicReference;

/** How one request ends: a rollback always wins. */
final class Outcome {
    private enum State { RUNNING, COMMITTED, ROLLED_BACK }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /**
     * Decides to commit.
     *
     * @return whether this call decided it; {@code false} if the request is rolled back or committed already
     */
    boolean commit() {
        return state.compareAndSet(State.RUNNING, State.COMMITTED);
    }

    /**
     * Decides to roll back.
     *
     * @return {@code true}
     */
    boolean rollBack() {
        state.set(State.ROLLED_BACK);
        return true;
    }
}
