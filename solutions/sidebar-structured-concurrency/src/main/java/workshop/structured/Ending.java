package workshop.structured;

/**
 * How the parts of a request's work end.
 */
enum Ending {
    DONE, CLIENT_GONE, DEADLINE, FAILED
}
