package workshop.bench.contender;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.ServerSetup;

/**
 * A server on the loopback interface, over HTTP/1.1, in a process of its own. It serves
 * <ul>
 * <li>{@value Endpoints#TRIVIAL}: an answer at once;</li>
 * <li>{@value Endpoints#WAITING}: an answer once {@link PendingRequests#await()} has returned;</li>
 * <li>{@value Endpoints#STAGING}: a staged file, work that lasts, and a rollback if the client leaves first, as far as the
 * server's API tells of that;</li>
 * </ul>
 * or some of them, as {@link Contender} says. Each is written as its documentation recommends.
 */
interface ContenderServer {
    /**
     * Starts the server. It is never stopped: it ends with the process.
     *
     * @return the port it listens on
     * @throws Exception if it can't be started
     */
    int start(ServerSetup setup) throws Exception;
}
