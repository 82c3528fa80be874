package workshop.lab;

/**
 * Numbers the runs: requests that are in flight at the same time, on any server, are of one run.
 */
@FunctionalInterface
interface Runs {
    /** The number for a request that is sent now. */
    int current();
}
