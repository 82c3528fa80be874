package workshop.structured;

import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a scope when all parts are done, when one has failed, or when the client has left: whatever comes first.
 */
final class FirstCause implements Joiner<Ending, Ending> {
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final AtomicInteger partsLeft;

    FirstCause(int parts) {
        this.partsLeft = new AtomicInteger(parts);
    }

    @Override
    public boolean onComplete(Subtask<? extends Ending> subtask) {
        Ending ended = subtask.state() == Subtask.State.SUCCESS ? subtask.get() : Ending.FAILED;
        return (ended != Ending.DONE || partsLeft.decrementAndGet() == 0) && ending.compareAndSet(null, ended);
    }

    @Override
    public Ending result() {
        return ending.get();
    }
}
