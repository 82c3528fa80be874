package workshop.random;

import java.io.IOException;
import java.util.Optional;

import workshop.testkit.client.Answer;

/**
 * The requests and answers on one connection, in a version of HTTP.
 */
interface Conversation {
    /** A request, as it is to be sent. */
    byte[] sent(PlannedRequest request);

    /** Waits for the answer to a request that has been sent, or gives it up; then there is none. */
    Optional<Answer> received(PlannedRequest request) throws IOException;
}
