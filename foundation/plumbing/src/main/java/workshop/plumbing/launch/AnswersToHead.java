package workshop.plumbing.launch;

import io.helidon.http.DirectHandler;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/**
 * Helidon's own answers, as to a request that fails, without a body where the request was a HEAD (RFC 9110, section 9.3.2). A body
 * would be taken for the beginning of the next answer.
 */
final class AnswersToHead implements DirectHandler {
    private static final DirectHandler USUAL = DirectHandler.defaultHandler();

    /** Handlers for everything that Helidon answers by itself. */
    static DirectHandlers handlers() {
        var handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new AnswersToHead());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(TransportRequest request, EventType type, Status status, ServerResponseHeaders headers,
                                    String message) {
        boolean head = Method.HEAD.text().equals(request.method());
        return USUAL.handle(request, type, status, headers, head ? "" : message);
    }
}
