package workshop.cancellation;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.exercise.ExerciseForEveryWayOfLeaving;
import workshop.testkit.exercise.ForEveryWayOfLeaving;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that leaves and one that stays, whichever client it is and wherever it runs.
 */
abstract class LeavingScenario {
    static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    final Part part = new Part();
    TestServer server;
    private final Map<String, String> settings;

    LeavingScenario(Map<String, String> settings) {
        this.settings = settings;
    }

    @AfterEach
    void stop() {
        part.end();
        server.close();
    }

    @ForEveryWayOfLeaving
    @Order(1)
    @DisplayName("Given: the client stays, and the file has a line for each part")
    void stays(Leaving way) {
        server = TestServer.start(Main::configure, settings);
        server.gate().openForGood();
        Answer answer;
        try (LeavingClient client = way.stayingClient(server.uri("/a"))) {
            answer = client.answer();
            client.leave();
        }
        server.stop(); // returns when every connection has ended

        var directory = new ServerFiles(server.directory());
        assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
        assertThat(answer.body()).as("The body of the answer").isEqualTo("File persisted.\n");
        assertThat(directory.staged()).as("What is left under .staging").isEmpty();
        assertThat(directory.committed()).as("The committed files").singleElement().satisfies(
                file -> assertThat(file).content().hasLineCount(4).contains("part 1", "part 2", "part 3", "part 4"));
    }

    @ExerciseForEveryWayOfLeaving(hint = "When CancellationScopeTest is green, this is too: the watch's listener cancels the scope.")
    @Order(2)
    @DisplayName("The client leaves: all parts stop, then the file is removed")
    void leaves(Leaving way) {
        server = TestServer.start(Main::configure, settings, part);
        try (LeavingClient client = way.leavingClient(server.uri("/a"))) {
            assertThat(part.awaitBegin()).as("The parts have begun").isTrue();
            client.leave();

            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the client leaves by %s", way).isTrue();
            assertCleanedUp(Outcome.CLIENT_GONE);
        }
    }

    void assertCleanedUp(Outcome outcome) {
        var directory = new ServerFiles(server.directory());
        assertThat(directory.staged())
                .as("The staged file while a part still runs. To remove it now is too early: the part may write it again").hasSize(1);
        part.stop();

        assertThat(server.log().await(outcome.message(), 1, CAP)).as("Lines '%s' in the log", outcome.message()).isEqualTo(1);
        assertThat(directory.staged()).as("The staged files once the cleaning up is logged").isEmpty();
        assertThat(directory.committed()).as("The committed files. A request that was cancelled commits nothing").isEmpty();
        assertThat(server.log().lines()).as("The log: a new file, how it ended, and nothing else").hasSize(2);
    }
}
