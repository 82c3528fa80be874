package workshop.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import workshop.testkit.client.Answer;

/**
 * A visit that has been made: what was planned, and what the client saw.
 *
 * @param plan    what was planned
 * @param answers the answers it has had, by the numbers of their requests
 * @param broken  what was wrong with the connection before the client left it
 */
record Visit(PlannedVisit plan, Map<Integer, Answer> answers, Optional<String> broken) {
    private static final Duration CAP = Duration.ofSeconds(30);

    /** Makes a visit: does what is planned, and leaves. */
    static Visit make(PlannedVisit plan, Connection connection) {
        var answers = new HashMap<Integer, Answer>();
        var stay = plan.departure().afterAnswers() ? CAP : plan.departure().after();
        try (connection) {
            try {
                converse(plan, connection, answers, System.nanoTime() + stay.toNanos());
            } catch (SocketTimeoutException e) {
                if (plan.departure().afterAnswers()) {
                    return new Visit(plan, answers, Optional.of("no answer within " + CAP));
                }
            }
            connection.leave(plan.departure().way());
            return new Visit(plan, answers, Optional.empty());
        } catch (IOException | UncheckedIOException e) {
            return new Visit(plan, answers, Optional.of(e.toString()));
        }
    }

    /**
     * Sends and receives.
     *
     * @throws SocketTimeoutException if the time to leave comes first
     */
    private static void converse(PlannedVisit plan, Connection connection, Map<Integer, Answer> answers, long end)
            throws IOException {
        for (var request : plan.requests()) {
            send(request, connection, end);
            if (!plan.pipelined()) {
                answers.put(request.number(), receive(request, connection, end));
            }
        }
        if (plan.pipelined()) {
            for (var request : plan.requests()) {
                answers.put(request.number(), receive(request, connection, end));
            }
        }
    }

    private static void send(PlannedRequest request, Connection connection, long end) throws SocketTimeoutException {
        for (String segment : request.segments()) {
            left(end);
            connection.http().send(segment);
            LockSupport.parkNanos(request.cuts().isEmpty() ? 0 : request.pauseNanos());
        }
    }

    private static Answer receive(PlannedRequest request, Connection connection, long end) throws IOException {
        connection.waitAtMost(left(end));
        return request.isHead() ? connection.http().receiveToHead() : connection.http().receive();
    }

    private static Duration left(long end) throws SocketTimeoutException {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() <= 0) {
            throw new SocketTimeoutException("It is time to leave");
        }
        return left;
    }
}
