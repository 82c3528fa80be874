package workshop.random;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import workshop.plumbing.launch.Application;

/**
 * What the server does with each request, by the request's number: written down inside the server.
 */
final class Ledger implements Filter {
    private final Set<Integer> begun = new HashSet<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private int running;

    /** The same application, whose requests are written down. */
    Application keptFor(Application application) {
        return (server, settings, work) -> {
            application.configure(server, settings, work);
            server.routing().orElseThrow().addFilter(this);
        };
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        int number = Integer.parseInt(request.query().get(PlannedRequest.NUMBER));
        begins(number);
        response.beforeSend(() -> answers(number, response.status().code()));
        try {
            chain.proceed();
        } finally {
            ends();
        }
    }

    /** The requests whose handlers have begun. */
    synchronized Set<Integer> begun() {
        return Set.copyOf(begun);
    }

    /** The status of each request that the server has begun to answer. */
    synchronized Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** How many handlers have not ended. */
    synchronized int running() {
        return running;
    }

    private synchronized void begins(int number) {
        if (!begun.add(number)) {
            throw new IllegalStateException("Request " + number + " is handled twice");
        }
        running++;
    }

    private synchronized void answers(int number, int status) {
        statuses.put(number, status);
    }

    private synchronized void ends() {
        running--;
    }
}
