package workshop.http2;

import java.io.UncheckedIOException;
import java.util.Map;

import io.helidon.http.Method;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
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
    private static final byte ENHANCE_YOUR_CALM = 11;

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
    @DisplayName("Given: more resets than the setting allows end their connection in the protocol's own words (GOAWAY), and no other")
    void goAway() {
        start(Map.of("workshop.max-rapid-resets", Integer.toString(HONEST)));
        try (var client = connect(); var other = connect()) {
            int stays = working(other, 1).getFirst();
            flood(client, HONEST + 1);
            assertThat(client.awaitFrame(frame -> frame.type() == Frame.GOAWAY)).as("GOAWAY, before the connection ends").isTrue();
            client.untilClosed();
            assertThat(client.frames(0).getLast().payload()).as("What GOAWAY says").contains(ENHANCE_YOUR_CALM, Index.atIndex(7));
            server.gate().openForGood();
            assertAnswered(other, stays);
        }
    }

    @Test
    @Order(3)
    @DisplayName("Given: a flood of requests that are reset at once ends its connection, and nothing else; the books balance")
    void rapidReset() {
        int committed = counted("committed");
        int gone = counted("client-gone");
        try (var client = connect(); var other = connect()) {
            int stays = working(other, 1).getFirst();
            server.gate().openForGood();
            flood(client, FLOOD);
            client.untilClosed();
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

    private static void flood(FrameClient client, int many) {
        try {
            for (int i = 0; i < many; i++) {
                var head = client.head(Method.GET, "/a", Frame.END_STREAM);
                client.send(head, Frame.reset(head.stream()));
            }
        } catch (UncheckedIOException e) {
            // the server has had enough
        }
    }
}
