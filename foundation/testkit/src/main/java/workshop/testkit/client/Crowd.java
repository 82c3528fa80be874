package workshop.testkit.client;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.testkit.wait.Uninterrupted;

/**
 * Many clients at the same time.
 *
 * @param answersOfEach how many answers each of them has had
 */
public record Crowd(List<Future<Integer>> answersOfEach) {
    /** How many there are. */
    public static final int SIZE = 16;

    /**
     * Has the clients send requests, each one after the other, and returns when all are done.
     *
     * @param many    how many requests they send in all
     * @param request what a client does for one of them; tells whether it has had its answer
     */
    public static Crowd send(int many, Callable<Boolean> request) {
        var left = new AtomicInteger(many);
        Callable<Integer> client = () -> {
            int answered = 0;
            while (left.getAndDecrement() > 0) {
                answered += request.call() ? 1 : 0;
            }
            return answered;
        };
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Crowd(Uninterrupted.await(() -> clients.invokeAll(Collections.nCopies(SIZE, client))));
        }
    }

    /** How many answers they have had in all; an {@link AssertionError} if one of the clients has failed. */
    public int answered() {
        return answersOfEach.stream().mapToInt(Crowd::answers).sum();
    }

    private static int answers(Future<Integer> client) {
        if (client.state() == Future.State.FAILED) {
            throw new AssertionError("A client has failed: " + client.exceptionNow().getMessage(), client.exceptionNow());
        }
        return client.resultNow();
    }
}
