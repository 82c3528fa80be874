package workshop.random;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import workshop.plumbing.launch.Application;

/**
 * What the server does with each request, by the request's number: written down inside the server.
 *
 * @param begun    the requests whose handlers have begun
 * @param statuses the status of each request that the server has begun to answer
 * @param running  how many handlers have not ended
 */
record Ledger(Set<Integer> begun, Map<Integer, Integer> statuses, AtomicInteger running) implements Filter {
    Ledger() {
        this(ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>(), new AtomicInteger());
    }

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
        running.incrementAndGet();
        try {
            if (!begun.add(number)) {
                throw new IllegalStateException("Request " + number + " is handled twice");
            }
            response.beforeSend(() -> statuses.put(number, response.status().code()));
            chain.proceed();
        } finally {
            running.decrementAndGet();
        }
    }
}
