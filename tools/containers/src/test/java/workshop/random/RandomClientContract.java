package workshop.random;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Crowd;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that choose everything at random: the protocol, the method, the body, the segments, whether to pipeline, which requests to
 * give up, how and when to leave. In the end the books balance. {@code -Drandom.requests=20000} makes it longer;
 * {@code -Drandom.seed} makes the same choices again, though not the same timing.
 */
@Timeout(600)
public abstract class RandomClientContract {
    private static final long SEED = Long.getLong("random.seed", System.nanoTime());
    private static final int REQUESTS = Integer.getInteger("random.requests", 600);
    private static final int WARM_UP = 50;
    private static final long LONGEST_WORK_NANOS = Duration.ofMillis(20).toNanos();
    /** Few requests hide what each leaves in the heap. The log and the ledger keep some hundred bytes of each. */
    private static final int ENOUGH_FOR_THE_HEAP = 2_000;
    private static final long LEAK = 1 << 10;
    private static final Duration CAP = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    @TempDir
    private static Path folder;
    private static SelfSigned certificate;
    private static SSLContext trust;

    private final JudgedStep step;

    protected RandomClientContract(JudgedStep step) {
        this.step = step;
    }

    @BeforeAll
    static void createCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = SelfSigned.create(folder);
        trust = certificate.trust();
    }

    @ParameterizedTest(name = "TLS {0}, NIO {1}, {2} % of the requests")
    @CsvSource({"false, true, 30", "false, false, 30", "true, true, 30", "true, false, 10"})
    @DisplayName("Answers, notices, files, open files, threads and heap: the books balance")
    void booksBalance(boolean tls, boolean nio, int percent) throws IOException {
        var plans = new Plans(SEED, tls ? List.of("TLSv1.2", "TLSv1.3") : List.of(Plan.PLAIN), step.http2());
        judge("TLS %s, NIO %s".formatted(tls, nio), settings(tls, nio), plans, plans.random(Math.ceilDiv(REQUESTS * percent, 100)),
              tls && !nio);
    }

    /** Judges a server whose clients give up each request at once, by HTTP/2: so many at most on each connection. */
    protected final void judgeRapidResets(int onEach) throws IOException {
        var plans = new Plans(SEED, List.of(Plan.PLAIN), true);
        judge("rapid resets", Map.of(), plans, plans.rapidResets(REQUESTS, onEach), false);
    }

    private void judge(String what, Map<String, String> settings, Plans plans, List<Plan> planned, boolean leaves) throws IOException {
        var run = "%s, %s, -Drandom.seed=%d -Drandom.requests=%d".formatted(getClass().getPackageName(), what, SEED, REQUESTS);
        System.out.println(run);
        try {
            System.out.println(judge(settings, plans, planned, leaves));
        } catch (AssertionError e) {
            throw new AssertionError(run + ": " + e.getMessage(), e);
        }
    }

    /**
     * Has the visits made that are planned, and returns a line that sums them up.
     *
     * @param leaves whether Helidon leaves the TCP connection beneath TLS open: its {@code ConnectionHandler} layers a socket that
     *               does not close the one beneath (4.5.0, without NIO)
     */
    private String judge(Map<String, String> settings, Plans plans, List<Plan> planned, boolean leaves) throws IOException {
        var ledger = new Ledger();
        try (var server = TestServer.start(ledger.keptFor(step.application()), settings, randomWork())) {
            var atFirst = Held.now();
            var visits = visit(plans.random(WARM_UP), server);
            var before = awaitRest(ledger, atFirst.withOpenFiles(Long.MAX_VALUE)); // what is made once is made
            new Books(step, server, ledger).balance(visits);
            long heapBefore = liveHeap();
            planned.add(plans.plain());
            visits.addAll(visit(planned, server));
            var most = before.withOpenFiles(before.openFiles() + (leaves ? planned.size() : 0));
            var after = awaitRest(ledger, most);

            assertThat(after.openFiles()).as("Open files and sockets in the end").isLessThanOrEqualTo(most.openFiles());
            assertThat(after.virtualThreads()).as("Virtual threads in the end: %s", Held.ownVirtualThreads()).isLessThanOrEqualTo(most.virtualThreads());
            assertThat(after.platformThreads()).as("Platform threads in the end")
                    .isLessThanOrEqualTo(most.platformThreads() + Crowd.SIZE);
            String books = new Books(step, server, ledger).balance(visits);
            planned.clear();
            visits.clear();
            int begun = ledger.begun().size();
            long mostHeap = begun < ENOUGH_FOR_THE_HEAP ? Long.MAX_VALUE : heapBefore + begun * LEAK;
            long heap = awaitLiveHeap(mostHeap);
            assertThat(heap).as("The live heap in bytes, which was %d before %d requests", heapBefore, begun).isLessThan(mostHeap);
            assertThat(timeToStop(server)).as("The time that the server takes to stop").isLessThan(CAP);
            return "%s; before and after: %s and %s, %d and %d KiB of live heap".formatted(
                    books, before, after, heapBefore >> 10, heap >> 10);
        }
    }

    /** Waits until there is less, or for the longest time: what times out is held for a moment after its end. */
    private static long awaitLiveHeap(long most) {
        long end = System.nanoTime() + CAP.toNanos();
        long heap = liveHeap();
        while (heap >= most && System.nanoTime() < end) {
            heap = liveHeap();
        }
        return heap;
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Map<String, String> settings(boolean tls, boolean nio) {
        Map<String, String> settings = new HashMap<>(tls ? certificate.settings() : Map.of());
        settings.put("server.use-nio", Boolean.toString(nio));
        return settings;
    }

    private static List<Visit> visit(List<Plan> plans, TestServer server) {
        var left = new ConcurrentLinkedQueue<>(plans);
        var made = new ConcurrentLinkedQueue<Visit>();
        Crowd.send(plans.size(), () -> {
            try (var client = Client.connect(left.remove(), server.uri("/a"), trust)) {
                return made.add(client.visit());
            }
        }).answered();
        return new ArrayList<>(made);
    }

    /** Waits until the last handlers and connections have ended, or for the longest time. */
    private static Held awaitRest(Ledger ledger, Held before) {
        long end = System.nanoTime() + CAP.toNanos();
        var held = Held.now();
        while ((ledger.running().get() > 0 || !held.isBackTo(before)) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // nobody notifies
            held = Held.now();
        }
        return held;
    }

    private static Work randomWork() {
        var random = new Random(SEED);
        return () -> Thread.sleep(Duration.ofNanos(random.nextLong(LONGEST_WORK_NANOS)));
    }

    private static Duration timeToStop(TestServer server) {
        long start = System.nanoTime();
        server.stop();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
