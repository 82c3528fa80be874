package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.exercise.ExerciseForEveryWayOfLeaving;
import workshop.testkit.exercise.ForEveryWayOfLeaving;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

/**
 * A client that leaves and one that stays, whichever client it is and wherever it runs.
 */
abstract class LeavingScenario {
    @AutoClose
    final TestServer server;

    LeavingScenario(Map<String, String> settings) {
        this.server = TestServer.onDemand(Main::configure, settings);
    }

    final ServerFiles directory() {
        return new ServerFiles(server.directory());
    }

    @ForEveryWayOfLeaving
    @Order(3)
    @DisplayName("Given: the client stays: the file is committed, and stays for good")
    void stays(Leaving way) throws IOException {
        Answer answer;
        try (LeavingClient client = way.stayingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            server.gate().open();
            answer = client.answer();
            client.leave();
        }
        server.stop(); // returns when every connection has ended

        assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
        assertThat(answer.body()).as("The body of the answer").isEqualTo("File persisted.\n");
        assertThat(directory().staged()).as("What is left under .staging").isEmpty();
        assertThat(directory().committed())
                .as("The committed files. The client had its answer before it left: its file stays, always").hasSize(1);
        assertThat(Files.readString(directory().committed().getFirst())).as("The content of the file").isEqualTo("hello");
        assertThat(server.log().count(Notice.TEXT)).as("Notices after a commit").isZero();
    }

    @ExerciseForEveryWayOfLeaving(hint = "StagingHandler: the watch's listener calls outcome.rollBack() and, if that decided it,"
            + " file.rollBack().")
    @Order(5)
    @DisplayName("The client leaves during the work: the file is rolled back while the work goes on")
    void leaves(Leaving way) {
        try (LeavingClient client = way.leavingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            client.leave();

            Notice.await(server, "The client left by %s, while the work goes on".formatted(way));
            assertThat(directory().awaitStaged(0, Notice.CAP))
                    .as("The staged files, once the cleaning up is logged and done, and the work still goes on").isEmpty();
            server.gate().open();
            server.gate().awaitEnd();
        }
        server.stop();
        assertThat(directory().committed())
                .as("The committed files. The request was rolled back, and the log says so: nothing may appear when its work ends."
                            + " Most likely the file is renamed although outcome.commit() returned false, or before it is asked")
                .isEmpty();
        assertThat(directory().staged()).as("What is left under .staging").isEmpty();
        hint("StagingHandler: the listener throws nothing, since nobody is there to catch it. The handler that is told false throws the"
                     + " CloseConnectionException, and logs nothing.", () ->
                assertThat(server.log().lines()).as("The log. That a client leaves is normal, and no failure").noneMatch(Notice::tellsOfAFailure));
        hint("StagingHandler: the listener that has decided says it; the handler that is told false throws, and says nothing.", () ->
                assertThat(server.log().count(Notice.TEXT)).as("Notices, in the end").isEqualTo(1));
    }
}
