package workshop.basic;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.exercise.ExerciseForEveryWayOfLeaving;
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

    @ExerciseForEveryWayOfLeaving(hint = "Nothing to add: the handler does not look at its client, nor at a body, so it neither waits for"
            + " it nor cleans up. If the file is gone, something deletes it.")
    @Order(11)
    @DisplayName("The problem: the client leaves during the work, and the file stays")
    void fileStaysWhenTheClientLeaves(Leaving way) {
        try (LeavingClient client = way.leavingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            client.leave();
            server.gate().open();
            server.gate().awaitEnd();

            assertThat(server.files())
                    .as("The client left by %s, the handler has ended. The files in the directory: step 01 cleans nothing up",
                        way)
                    .containsExactly("txt");
        }
        hint("A client that leaves is normal. What TextAnswer.send throws then is not the handler's to catch, and nothing to log.",
             () -> assertOneLine("a client that left by " + way));
    }

    @ExerciseForEveryWayOfLeaving(hint = "The handler answers when the work is done; the file stays where it is.")
    @Order(12)
    @DisplayName("The client stays, and the file stays")
    void fileStaysWhenTheClientStays(Leaving way) {
        try (LeavingClient client = way.stayingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            server.gate().open();

            assertThat(client.answer().body()).as("The body of the answer").isEqualTo("File persisted.\n");
            assertThat(server.files()).as("The files in the directory").containsExactly("txt");
        }
        hint("FileHandler.handle: the new file is all that is logged.", () -> assertOneLine("a client that stayed"));
    }

    private void assertOneLine(String client) {
        server.stop(); // returns when every connection has ended
        assertThat(server.log().lines()).as("The log of a request, with %s: the new file, and nothing else", client)
                .containsExactly("new file " + server.directory().resolve("txt"));
    }
}
