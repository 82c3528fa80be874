package workshop.objectstore;

import workshop.testkit.client.Answer;

/**
 * A request that was sent, and what its client received.
 *
 * @param port   the client's
 * @param stays  whether the client waits for an answer as long as it takes
 * @param answer what it received; {@link Answer#NONE} if it left, or was cut off
 */
record StoreVisit(int port, boolean stays, Answer answer) {
}
