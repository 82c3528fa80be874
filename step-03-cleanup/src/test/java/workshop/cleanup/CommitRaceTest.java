package workshop.cleanup;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Answer;
import workshop.testkit.client.Crowd;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that leave around the moment of the commit. {@code -Drace.rounds=10000} makes it longer.
 */
@DisplayName("Step 03, the race between the commit and the client's leaving")
@Order(9)
class CommitRaceTest {
    private static final int ROUNDS = Integer.getInteger("race.rounds", 300);
    private static final Duration WORK = Duration.ofMillis(15);
    private static final long BEFORE_THE_COMMIT = Duration.ofMillis(12).toNanos();
    private static final long AFTER_THE_COMMIT = Duration.ofMillis(20).toNanos();

    @Exercise(hint = "Outcome decides once. Whatever follows from it asks commit() or rollBack() whether it may.")
    @Order(1)
    @DisplayName("Each request is either committed or rolled back, and counted once")
    void race() {
        try (var server = TestServer.start(Main::configure, Work.lasting(WORK))) {
            var clients = Crowd.send(ROUNDS, () -> askAndLeave(server));
            server.stop(); // returns when every connection has ended

            var directory = new ServerFiles(server.directory());
            int requests = server.log().count("new file");
            int committed = directory.committed().size();
            int notices = server.log().count("Cleaning up.");
            assertThat(directory.staged()).as("What is left under .staging after %d requests", requests).isEmpty();
            assertThat(committed + notices)
                    .as("Committed files (%d) and notices (%d) of %d requests: each request is one or the other",
                        committed, notices, requests)
                    .isEqualTo(requests);
            assertThat(notices).as("Notices of %d requests, of which many were left before the commit", requests).isPositive();
            assertThat(clients.answered()).as("Answers that clients received, of %d committed files", committed)
                    .isLessThanOrEqualTo(committed);
        }
    }

    private static boolean askAndLeave(TestServer server) {
        long pause = ThreadLocalRandom.current().nextLong(BEFORE_THE_COMMIT, AFTER_THE_COMMIT);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            LockSupport.parkNanos(pause);
            boolean answered = client.hasReceived();
            if (answered) {
                Answer answer = client.answer();
                String id = answer.header("Location").substring("/files/".length());
                assertThat(server.directory().resolve(id)).as("The file of a received answer %s", answer).exists();
            }
            return answered;
        }
    }
}
