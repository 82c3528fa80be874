package workshop.cleanup;

/** How one request ends: a flag for each way, and a look at the other before one is raised. */
final class Outcome {
    private volatile boolean committed;
    private volatile boolean rolledBack;

    /**
     * Decides to commit.
     *
     * @return whether this call decided it; {@code false} if the request is rolled back or committed already
     */
    boolean commit() {
        if (rolledBack) {
            return false;
        }
        committed = true;
        return true;
    }

    /**
     * Decides to roll back.
     *
     * @return whether this call decided it; {@code false} if the request is committed or rolled back already
     */
    boolean rollBack() {
        if (committed) {
            return false;
        }
        rolledBack = true;
        return true;
    }
}
