package workshop.random;

import java.util.Map;
import java.util.Optional;

import workshop.testkit.client.Answer;

/**
 * A visit that has been made: what was planned, and what the client saw.
 *
 * @param plan    what was planned
 * @param answers the answers it has had, by the numbers of their requests
 * @param broken  what was wrong with the connection before the client left it
 */
record Visit(Plan plan, Map<Integer, Answer> answers, Optional<String> broken) {
}
