package workshop.cleanup;

import java.util.concurrent.atomic.AtomicReference;

/** How one request ends: a commit always wins. */
final class Outcome {
    private enum State { RUNNING, COMMITTED, ROLLED_BACK }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    /**
     * Decides to commit.
     *
     * @return {@code true}
     */
    boolean commit() {
        state.set(State.COMMITTED);
        return true;
    }

    /**
     * Decides to roll back.
     *
     * @return whether this call decided it; {@code false} if the request is committed or rolled back already
     */
    boolean rollBack() {
        return state.compareAndSet(State.RUNNING, State.ROLLED_BACK);
    }
}
