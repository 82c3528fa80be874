package workshop.structured;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;

import workshop.plumbing.launch.Work;

/**
 * The parts of step 04 in a {@link StructuredTaskScope} (JEP 505).
 * <p>
 * The scope brings what step 04 writes by hand: it interrupts what is left, and its block ends only when every part has
 * stopped. A client that leaves is one more subtask here, because a scope can be cancelled only from within.
 * <p>
 * Step 04 does not depend on it: in Java 25 it is a preview, so its API may change with the next release, and classes that
 * use it run on exactly one release of Java.
 */
final class StructuredParts {
    private StructuredParts() {
    }

    /**
     * Runs all parts at once, and returns when every one of them has stopped.
     *
     * @param parts      the parts
     * @param deadline   how long they may take
     * @param clientGone opened when the client has left
     * @return how they ended
     * @throws InterruptedException if this thread is interrupted, as when the server stops; all parts have stopped then, too
     */
    static Ending run(List<Work> parts, Duration deadline, CountDownLatch clientGone) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(new FirstCause(parts.size()), config -> config.withTimeout(deadline))) {
            for (Work part : parts) {
                scope.fork(() -> {
                    part.perform();
                    return Ending.DONE;
                });
            }
            scope.fork(() -> {
                clientGone.await();
                return Ending.CLIENT_GONE;
            });
            return scope.join();
        } catch (StructuredTaskScope.TimeoutException e) {
            return Ending.DEADLINE;
        }
    }
}
