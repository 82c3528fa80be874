package workshop.http2;

import java.io.UncheckedIOException;

import io.helidon.http.Method;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.exercise.Exercise;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many resets: of clients that have changed their minds, and of one that attacks.
 */
@DisplayName("Step 05, many resets")
@Order(3)
class FloodTest extends StreamScenario {
    private static final int HONEST = 100;
    private static final int FLOOD = 10_000;

    @Exercise(hint = "When FrameWatchTest is green, this is too: the setting workshop.max-rapid-resets allows it.")
    @Order(1)
    @DisplayName("A hundred slow requests that are left one after the other harm nobody on their connection")
    void honest() {
        try (var client = connect()) {
            int stays = working(client, 1).getFirst();
            for (int i = 0; i < HONEST; i++) {
                client.send(Frame.reset(working(client, 1).getFirst()));
            }
            assertThat(notices(HONEST)).as("Notices of %d requests that were left", HONEST).isEqualTo(HONEST);
            server.gate().openForGood();
            assertAnswered(client, stays);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: a flood of requests that are reset at once ends its connection, and nothing else; the books balance")
    void rapidReset() {
        int committed = counted("committed");
        int gone = counted("client-gone");
        try (var client = connect(); var other = connect()) {
            int stays = working(other, 1).getFirst();
            server.gate().openForGood();
            flood(client);
            assertThat(client.awaitFrame(frame -> frame.type() == Frame.GOAWAY)).as("GOAWAY, before the connection ends").isTrue();
            assertAnswered(other, stays);
            assertAnswered(other, other.get("/a"));
        }
        server.stop();
        assertThat(files().staged()).as("The staged files").isEmpty();
        int started = server.log().count("new file");
        assertThat(files().committed().size() + server.log().count(CLIENT_GONE)).as("Committed files and notices, of %d that started", started)
                .isEqualTo(started);
        assertThat(counted("committed") - committed + counted("client-gone") - gone).as("Requests counted as committed and client-gone")
                .isEqualTo(started);
    }

    private static void flood(FrameClient client) {
        try {
            for (int i = 0; i < FLOOD; i++) {
                var head = client.head(Method.GET, "/a", Frame.END_STREAM);
                client.send(head, Frame.reset(head.stream()));
            }
        } catch (UncheckedIOException e) {
            // the server has had enough
        }
    }
}
