package workshop.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.plumbing.connection.SocketReads;
import workshop.testkit.interleaving.SteppedThread;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Uninterrupted;

/**
 * A background read that fills what may be kept, and goes step by step from there on. The handler takes that between two of its steps,
 * and so another read begins; it answers, and wants the next request. To be loaded by a
 * {@link workshop.testkit.interleaving.SteppingLoader}, with all that it uses.
 */
final class SteppedRead implements SocketReads {
    private static final String TAKEN = "the handler takes what is kept, as soon as it has the lock: there is room, and another read begins";
    private static final String WANTED = "the request is complete, and the next one is wanted, while the other read is still under way";
    private static final Duration CAP = Duration.ofMinutes(1);
    private static final Duration START_CAP = Duration.ofSeconds(2);

    private final List<String> steps = new ArrayList<>();
    private final SteppedThread thread = new SteppedThread("the read", steps);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch another = new CountDownLatch(2);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean overlapped;
    private boolean followed; // by another read; where there is none, that is what the exercise about room is for

    private SteppedRead() {
    }

    /** Has the handler come before each step in turn, up to the end of the read; how two reads come to be under way, or nothing. */
    static String stepsToTwoReads() {
        SteppedRead read;
        int before = 0;
        do {
            read = new SteppedRead();
            if (read.overlaps(before)) {
                return String.join(System.lineSeparator(), read.steps);
            }
        } while (read.followed && read.steps.indexOf(TAKEN) == before++);
        return "";
    }

    /** Whether two reads are under way, if the handler comes when the first has taken some steps. */
    private boolean overlaps(int before) {
        CloseWatch.handle(this, () -> {
            try (var watch = CloseWatch.open(() -> { })) {
                BackgroundRead connection = BackgroundRead.CURRENT.get();
                connection.arm(watch);
                thread.take(before);
                var handler = Background.run(connection::get).awaitPause();
                steps.add(TAKEN);
                thread.takeAll();
                handler.awaitEnd();
                thread.takeAll();
                followed = Uninterrupted.await(another, START_CAP);
                watch.complete();
                steps.add(WANTED);
                Background.run(connection::get).awaitPause();
            }
        });
        over.countDown();
        return overlapped;
    }

    @Override
    public byte[] get() {
        overlapped |= underWay.incrementAndGet() > 1;
        try {
            another.countDown();
            if (reads.incrementAndGet() == 1) {
                thread.begin();
                return new byte[BackgroundRead.LIMIT + 1];
            }
            Uninterrupted.await(over, CAP);
            return null;
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public boolean closedByServer() {
        return true;
    }
}
