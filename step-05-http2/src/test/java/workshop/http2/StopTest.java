package workshop.http2;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Frame;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 05, the server stops")
@Order(4)
class StopTest extends StreamScenario {
    private static final String SHUTDOWN = "The server stops. Cleaning up.";

    @Test
    @Order(1)
    @DisplayName("Given: requests that end within the grace period are answered, whatever arrives meanwhile; the rest are cancelled")
    void cutOff() {
        try (var client = connect()) {
            int ends = working(client, 1).getFirst();
            int goesOn = working(client, 1).getFirst();
            var stop = Background.run(server::stop);
            stop.awaitPause();
            client.send(Frame.ping(0));
            server.gate().open();
            assertAnswered(client, ends);

            stop.result("The server has not stopped");
            client.untilClosed();
            assertThat(client.frames(goesOn)).extracting(Frame::type).as("Frames on the stream that was cut off: no answer")
                    .doesNotContain(Frame.HEADERS, Frame.DATA);
        }
        assertThat(server.log().count(SHUTDOWN)).as("Requests that the stop has ended").isEqualTo(1);
        assertThat(server.log().count(CLIENT_GONE)).as("Notices: no client has left").isZero();
        assertThat(files().committed()).as("The committed files").hasSize(1);
        assertThat(files().staged()).as("The staged files").isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("Given: a stop ends as soon as the last request has its answer; idle connections do not hold it up")
    void inTime() throws IOException {
        start(Map.of("server.shutdown-grace-period", "PT1H"));
        try (var idle = connect(); var silent = new Socket("localhost", server.uri("/").getPort()); var client = connect()) {
            assertThat(idle.ping()).as("The idle connection answers a PING").isTrue();
            int stream = working(client, 1).getFirst();
            var stop = Background.run(server::stop);
            stop.awaitPause();
            server.gate().openForGood();

            assertAnswered(client, stream);
            stop.result("The server has not stopped, although the last request has its answer and the grace period is an hour");
            idle.untilClosed();
            assertThat(silent.getInputStream().read()).as("What a connection gets that has sent nothing").isEqualTo(-1);
        }
    }
}
