package workshop.cancellation;

/**
 * How one request ends.
 */
enum Outcome {
    /** The file is visible, and the client has its answer. */
    COMMITTED("committed", "Committed."),
    /** The client left before the answer. */
    CLIENT_GONE("client-gone", "The client closed the connection prematurely. Cleaning up."),
    /** The work took longer than it may. */
    DEADLINE("deadline", "The deadline has passed. Cleaning up."),
    /** The server stopped before the work was done. */
    SHUTDOWN("shutdown", "The server stops. Cleaning up."),
    /** The work failed, or the file could not be written. */
    FAILED("failed", "The work failed. Cleaning up.");

    private final String label;
    private final String message;

    Outcome(String label, String message) {
        this.label = label;
        this.message = message;
    }

    /** The name in metrics. */
    String label() {
        return label;
    }

    /** The line in the log. */
    String message() {
        return message;
    }
}
