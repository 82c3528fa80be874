package workshop.objectstore;

/**
 * What happens to a request between a server and its store.
 */
enum Harm {
    /** The store never hears of it, and the connection is reset. */
    RESET,
    /** The store never hears of it, and nobody answers. */
    SILENCE,
    /** The store never hears of it, and the answer is 503 SlowDown. */
    SLOW_DOWN,
    /** The store never hears of it, and the answer is 500 InternalError. */
    ERROR,
    /** The store never hears of it, and the answer is 403 AccessDenied. */
    DENIED,
    /** The store never hears of it, and the answer is 200, and says InternalError in its body, as S3 may do of a completion. */
    ERROR_BEHIND_200,
    /** The store never hears of it, and the answer is the head of a 200, and nothing more. */
    EMPTY_200,
    /** The store does it, and the connection is reset in place of the answer. */
    ANSWER_LOST,
    /** The store does it, and nobody answers. */
    ANSWER_STALLED,
    /** The store does it, and a part of its answer arrives, and then nothing more. */
    HALF_AN_ANSWER,
    /** The store does it, and the connection ends in the middle of its answer. */
    BROKEN_OFF,
    /** The connection is reset, and the store does it later, when the test says so. */
    LATE
}
