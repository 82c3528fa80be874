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
        return false; // TODO step 03, 1 of 4: go from RUNNING to COMMITTED, in one step
    }

    /**
     * Decides to roll back.
     *
     * @return whether this call decided it; {@code false} if the request is committed or rolled back already
     */
    boolean rollBack() {
        return false; // TODO step 03, 2 of 4: go from RUNNING to ROLLED_BACK, in one step
    }
}
