package workshop.random;

import java.time.Duration;

/**
 * How and when a client leaves.
 *
 * @param way          how
 * @param afterAnswers whether it stays until all its requests are answered
 * @param after        otherwise, when it leaves, counted from its first byte
 */
record Departure(Way way, boolean afterAnswers, Duration after) {
    /** What the server sees. */
    enum Way {
        /** The connection is closed, with TLS by a closing alert first. */
        FIN,
        /** The TCP connection is reset, with TLS without a word. */
        RST,
        /** The sending side is closed; the client reads on. */
        HALF_CLOSE
    }
}
