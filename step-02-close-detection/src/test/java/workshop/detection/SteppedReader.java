package workshop.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import workshop.testkit.interleaving.SteppedThread;
import workshop.testkit.wait.Background;

import static workshop.detection.ScriptedConnection.complete;

/**
 * A next reader that goes step by step, and its request comes between two of them: so it meets the moment between a look and a wait
 * without luck. To be loaded by a {@link workshop.testkit.interleaving.SteppingLoader}, with all that it uses.
 */
final class SteppedReader {
    private static final String ARRIVAL = "the read    has the request, and needs the lock to keep it";

    private final List<String> steps = new ArrayList<>();
    private final SteppedThread thread = new SteppedThread("the reader", steps);

    private SteppedReader() {
    }

    /** Has the request come before each step in turn, up to the wait; how the reader comes to wait for ever, or nothing. */
    static String stepsToEndlessWait() {
        SteppedReader reader;
        int before = 0;
        do {
            reader = new SteppedReader();
            if (!reader.ends(before)) {
                reader.steps.removeFirst(); // it is this class's: the call of get()
                return String.join(System.lineSeparator(), reader.steps);
            }
        } while (reader.steps.indexOf(ARRIVAL) == before++); // it waits, where it has taken fewer
        return "";
    }

    /** Whether it ends, if its request comes when it has taken some steps. */
    private boolean ends(int before) {
        var connection = new ScriptedConnection();
        var watch = connection.openArmed();
        connection.socket().awaitReads(1);
        complete(watch);
        BackgroundRead reads = connection.reads();
        Background.run(() -> {
            thread.begin();
            reads.get();
        });
        thread.take(before);
        connection.socket().sends("request").awaitReaderPause();
        steps.add(ARRIVAL);
        long end = System.nanoTime() + Notices.CAP.toNanos();
        while (!thread.hasEnded() && System.nanoTime() < end) { // who is woken takes a moment to come back
            thread.takeAll();
            LockSupport.parkNanos(20_000);
        }
        return thread.hasEnded();
    }
}
