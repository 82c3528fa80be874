package workshop.cancellation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.UnixOperatingSystemMXBean;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Crowd;
import workshop.testkit.client.SocketClient;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many requests, of which some are left at any time. {@code -Drace.rounds=10000} makes it longer.
 */
@DisplayName("Step 04, many requests, left at random")
@Order(4)
class SoakTest {
    private static final int ROUNDS = Integer.getInteger("race.rounds", 300);
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(25).toNanos();
    private static final int JUST_CLOSING = 2; // the connection that asked for the metrics, on either side

    /** Few requests hide what each leaves in the heap: two KiB for each of so many are above all that comes and goes. */
    private static final int ENOUGH_FOR_THE_HEAP = 4_000;
    private static final long LEAK = ENOUGH_FOR_THE_HEAP * 2L << 10;

    @AutoClose
    private final TestServer server = TestServer.start(Main::configure, Map.of("workshop.parts", "2"),
                                                       Work.lasting(Duration.ofMillis(12)));
    private final ServerFiles directory = new ServerFiles(server.directory());

    @Test
    @Order(1)
    @DisplayName("Given: counters and files add up, and nothing is left behind")
    void soak() {
        var first = Reading.of(server);
        Crowd.send(100, this::askAndMaybeLeave); // so that what is made once is made
        var before = Reading.awaitRest(first, Long.MAX_VALUE, server);
        var clients = Crowd.send(ROUNDS, this::askAndMaybeLeave);
        var after = Reading.awaitRest(before, before.openFiles() + JUST_CLOSING, server);

        int started = after.started() - before.started();
        int committed = after.outcome(Outcome.COMMITTED) - before.outcome(Outcome.COMMITTED);
        int gone = after.outcome(Outcome.CLIENT_GONE) - before.outcome(Outcome.CLIENT_GONE);
        assertThat(committed + gone).as("Requests counted as committed (%d) and client-gone (%d)", committed, gone)
                .isEqualTo(started);
        assertThat(gone).as("Requests counted as client-gone, of many that were left").isPositive();
        assertThat(after.committedFiles() - before.committedFiles()).as("Committed files").isEqualTo(committed);
        assertThat(clients.answered()).as("Answers that clients received, of %d committed", committed).isLessThanOrEqualTo(committed);
        assertThat(directory.staged()).as("What is left under .staging").isEmpty();
        assertThat(after.metrics().gauge("workshop_parts_running")).as("Parts that run").isZero();
        assertThat(after.openFiles()).as("Open files and sockets").isLessThanOrEqualTo(before.openFiles() + JUST_CLOSING);
        assertThat(after.threads()).as("Platform threads").isLessThanOrEqualTo(before.threads() + Crowd.SIZE);
        if (ROUNDS >= ENOUGH_FOR_THE_HEAP) {
            assertThat(after.heap() - before.heap()).as("Growth of the live heap over %d requests, in bytes", ROUNDS).isLessThan(LEAK);
        }
    }

    private boolean askAndMaybeLeave() {
        var random = ThreadLocalRandom.current();
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            if (random.nextBoolean()) {
                LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
                return false;
            }
            return client.answer().status() == 201;
        }
    }

    /** What a server and its JVM hold at one time. */
    private record Reading(int started, MetricsPage metrics, int committedFiles, long openFiles, int threads, long heap) {
        static Reading of(TestServer server) {
            var runtime = Runtime.getRuntime();
            return new Reading(server.log().count("new file"), MetricsPage.of(server),
                               new ServerFiles(server.directory()).committed().size(), openFileCount(),
                               ManagementFactory.getThreadMXBean().getThreadCount(),
                               runtime.totalMemory() - runtime.freeMemory());
        }

        /** Reads until the last connections are closed and the last requests counted; not longer than ten seconds. */
        static Reading awaitRest(Reading before, long openFiles, TestServer server) {
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            Reading reading = of(server);
            while (!reading.isAtRest(before, openFiles) && System.nanoTime() < end) {
                reading = of(server);
            }
            System.gc(); // only the live heap counts
            return of(server);
        }

        private boolean isAtRest(Reading before, long most) {
            return openFiles <= most && counted() - before.counted() == started - before.started;
        }

        int outcome(Outcome outcome) {
            return metrics.outcomes(outcome.label());
        }

        private int counted() {
            return Arrays.stream(Outcome.values()).mapToInt(this::outcome).sum();
        }

        private static long openFileCount() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount() : 0;
        }
    }
}
