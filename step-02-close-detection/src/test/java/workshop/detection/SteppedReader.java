package workshop.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

import workshop.testkit.interleaving.SteppedThread;
import workshop.testkit.wait.Background;

import static workshop.detection.ScriptedConnection.complete;

/**
 * A next reader that goes step by step, and its request comes between two of them: so it meets the moment between a look and a wait
 * without luck. To be loaded by a {@link workshop.testkit.interleaving.SteppingLoader}, with all that it uses.
 */
final class SteppedReader {
    private static final String ARRIVAL = "the read    has the request, and needs the lock to keep it";

    private static final String TAKEN = "another     takes what is kept, as soon as it has the lock";

    private final ScriptedConnection connection = new ScriptedConnection();
    private final List<String> steps = new ArrayList<>();
    private final SteppedThread thread = new SteppedThread("the reader", steps);
    private volatile byte[] taken;

    private SteppedReader() {
    }

    /** Has the request come before each step in turn, up to the wait; how the reader comes to wait for ever, or nothing. */
    static String stepsToEndlessWait() {
        return steps(ARRIVAL, (reader, before) -> !reader.ends(before));
    }

    /** Whether it ends, if its request comes when it has taken some steps. */
    private boolean ends(int before) {
        var watch = connection.openArmed();
        connection.socket().awaitReads(1);
        complete(watch);
        begin(before);
        connection.socket().sends("request").awaitReaderPause();
        steps.add(ARRIVAL);
        awaitEnd();
        return thread.hasEnded();
    }

    /** Has all that is kept be taken before each step in turn, up to the end; how the reader comes to get nothing, or nothing. */
    static String stepsToNothing() {
        return steps(TAKEN, SteppedReader::getsNothing);
    }

    /** Has something happen before each step in turn; the steps of the first reader that goes wrong by it, or nothing. */
    private static String steps(String what, BiPredicate<SteppedReader, Integer> goesWrong) {
        SteppedReader reader;
        int before = 0;
        do {
            reader = new SteppedReader();
            if (goesWrong.test(reader, before)) {
                reader.steps.removeFirst(); // it is this class's: the call of get()
                return String.join(System.lineSeparator(), reader.steps);
            }
        } while (reader.steps.indexOf(what) == before++); // it waits, or has ended, where it has taken fewer
        return "";
    }

    /** Whether it gets no byte, if another takes what is kept when it has taken some steps. */
    private boolean getsNothing(int before) {
        connection.openArmed();
        connection.socket().sends("one").awaitReads(2);
        begin(before);
        Background.run(connection.reads()::get).awaitPause();
        steps.add(TAKEN);
        thread.takeAll();
        if (!thread.hasEnded()) {
            connection.socket().sends("two");
        }
        awaitEnd();
        connection.socket().ends();
        return taken != null && taken.length == 0;
    }

    private void begin(int before) {
        Background.run(() -> {
            thread.begin();
            taken = connection.reads().get();
        });
        thread.take(before);
    }

    private void awaitEnd() {
        long end = System.nanoTime() + Notices.CAP.toNanos();
        while (!thread.hasEnded() && System.nanoTime() < end) { // who is woken takes a moment to come back
            thread.takeAll();
            LockSupport.parkNanos(20_000);
        }
    }
}
