package workshop.detection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Crowd;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The race that the article's own idiom loses: the client closes right after the full answer.
 * <p>
 * {@code -Drace.rounds=10000} makes it longer.
 */
@DisplayName("Step 02, second half: the race between the answer and the client's close")
@Order(6)
class CompletedRequestRaceTest {
    private static final int ROUNDS = Integer.getInteger("race.rounds", 300);
    private static final Duration LONG_ENOUGH_TO_BE_WATCHED = Duration.ofMillis(3L * ArmingTicker.TICK_MILLIS);
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    @Exercise(hint = "In arrived: tell the watch that is open now, and no other. complete() has ended it before the answer is sent.")
    @Order(1)
    @DisplayName("A completed request is never noticed, however soon its client leaves; one whose client leaves before is")
    void closesRightAfterTheAnswer() {
        try (var server = TestServer.start(Main::configure); var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            client.close();
            assertThat(new NoticeLog(server).await(1)).as("Notices of a client that leaves before its answer").isEqualTo(1);
        }
        try (var server = TestServer.start(Main::configure, Work.lasting(LONG_ENOUGH_TO_BE_WATCHED))) {
            var clients = Crowd.send(ROUNDS, () -> askAndLeave(server));
            server.stop(); // returns when every connection has ended

            assertThat(clients.answered()).as("Answers to %d requests", ROUNDS).isEqualTo(ROUNDS);
            assertThat(new NoticeLog(server).count())
                    .as("Notices of clients that closed 0 to 5 ms after their full answer. The watch has to end before the"
                                + " answer is sent, and for good")
                    .isZero();
        }
    }

    @Exercise(hint = "close(watch) and arrived take the same lock: whichever comes first decides, and the other one sees it.")
    @Order(2)
    @DisplayName("Completion and leaving at the same time: exactly one of them counts")
    void completionAgainstLeaving() {
        int left = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var connection = new ScriptedConnection();
            var watch = connection.openArmed();
            assertThat(connection.socket().awaitReads(1)).as("Reads of an armed watch").isEqualTo(1);

            Thread.startVirtualThread(connection.socket()::ends);
            boolean stillThere = watch.complete();
            int countAtCompletion = connection.notices().count();
            assertThat(connection.next().bytes()).as("What the next reader gets").isNull();

            assertThat(countAtCompletion).as("Notices when complete() said %s", stillThere).isEqualTo(stillThere ? 0 : 1);
            assertThat(connection.notices().count()).as("Notices in the end, after complete() had said %s", stillThere)
                    .isEqualTo(stillThere ? 0 : 1);
            left += stillThere ? 0 : 1;
        }
        assertThat(left).as("Rounds of %d in which the client was first; any number is right", ROUNDS).isBetween(0, ROUNDS);
    }

    private static boolean askAndLeave(TestServer server) {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            boolean answered = client.answer().status() == 200;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS)); // some leave at once, some do not
            return answered;
        }
    }
}
