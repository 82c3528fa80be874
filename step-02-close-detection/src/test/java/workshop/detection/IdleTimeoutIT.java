package workshop.detection;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.SocketClient;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 02, the idle timeout")
class IdleTimeoutIT {
    @AutoClose
    private final TestServer server = TestServer.onDemand(Main::configure, Map.of("server.idle-connection-timeout", "PT0.2S",
                                                                                  "server.idle-connection-period", "PT0.05S"));

    @Test
    @DisplayName("Given: a request that takes longer is not idle, and is answered")
    void working() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            try (var silent = SocketClient.connect(server.uri("/a"))) {
                silent.untilClosed(); // it came later, so the time of the other one is over as well
            }
            server.gate().openForGood();

            assertThat(client.answer().status())
                    .as("The status of a request whose handler was at work when the idle timeout came. Who interrupts the handler then"
                                + " ends work that somebody waits for")
                    .isEqualTo(200);
        }
    }
}
