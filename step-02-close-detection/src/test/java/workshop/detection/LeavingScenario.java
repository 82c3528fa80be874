package workshop.detection;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.exercise.ExerciseForEveryWayOfLeaving;
import workshop.testkit.exercise.ForEveryWayOfLeaving;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

/**
 * A client that leaves and one that stays, whichever client it is and wherever it runs.
 */
abstract class LeavingScenario {
    @AutoClose
    final TestServer server;
    final NoticeLog notices;

    LeavingScenario(Map<String, String> settings) {
        this.server = TestServer.onDemand(Main::configure, settings);
        this.notices = new NoticeLog(server);
    }

    @ForEveryWayOfLeaving
    @Order(1)
    @DisplayName("Given: a client that stays until the answer and leaves then is never noticed")
    void stays(Leaving way) {
        try (LeavingClient client = way.stayingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            assertThat(notices.count()).as("Notices while the client waits for its answer").isZero();
            server.gate().open();

            assertThat(client.answer().body()).as("The body of the answer").isEqualTo("File persisted.\n");
            client.leave();
        }
        server.stop(); // returns when every connection has ended
        assertThat(server.log().lines())
                .as("The log. The client had its answer before it left: that is no notice")
                .containsExactly("new file " + server.directory().resolve("txt"));
    }

    @ExerciseForEveryWayOfLeaving(hint = "When BackgroundReadTest is green, this is too: WatchedWork opens the watch.")
    @Order(2)
    @DisplayName("A client that leaves during the work is noticed while the work goes on")
    void leaves(Leaving way) {
        try (LeavingClient client = way.leavingClient(server.uri("/a"))) {
            server.gate().awaitWork();
            client.leave();

            assertThat(notices.await(1))
                    .as("Notices within %s of the client leaving by %s, while the work goes on", Notices.CAP, way)
                    .isEqualTo(1);
            server.gate().open();
            server.gate().awaitEnd();
        }
        server.stop();
        hint("A client that leaves is normal, in whichever way it does: the notice is all that is logged.",
             () -> assertThat(server.log().lines())
                     .as("The log of a request whose client left by %s: one notice, and nothing else", way)
                     .containsExactly("new file " + server.directory().resolve("txt"), NoticeLog.NOTICE));
        assertThat(server.files()).as("The files: step 02 only notices; cleaning up is step 03").containsExactly("txt");
    }
}
