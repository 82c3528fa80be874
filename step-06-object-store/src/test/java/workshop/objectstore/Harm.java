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
    /** The store does it, and the connection is reset in place of the answer. */
    ANSWER_LOST,
    /** The store does it, and nobody answers. */
    ANSWER_STALLED,
    /** The store does it, and a part of its answer arrives, and then nothing more. */
    HALF_AN_ANSWER,
    /** The connection is reset, and the store does it later, when the test says so. */
    LATE
}
