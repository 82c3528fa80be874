package workshop.detection;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.SocketClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.exercise.Exercise;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 02, first half: clients that leave and clients that stay")
@Order(2)
class LeavingClientTest extends LeavingScenario {
    static final String EXPECTS_CONTINUE = "PUT /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n";

    LeavingClientTest() {
        super(Map.of());
    }

    static WayOfLeaving[] ways() {
        return WayOfLeaving.values();
    }

    @Exercise(hint = "The notice makes complete() return false, and WatchedWork closes the connection.")
    @Order(3)
    @DisplayName("A half-close counts as leaving: no answer, and the connection is closed")
    void halfCloseGetsNoAnswer() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            client.closeSending();
            assertThat(notices.await(1)).as("Notices of a half-close").isEqualTo(1);
            server.gate().open();

            assertThat(client.untilClosed()).as("What the server sends to a client that has closed its sending side").isEmpty();
        }
    }

    @Exercise(hint = "arrived keeps the bytes and reads on; WatchedWork closes the connection, so nobody handles them.")
    @Order(4)
    @DisplayName("A client that pipelines a second request and leaves is noticed, and the second request never starts")
    void pipelinesAndLeaves() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            client.get("/a");
            client.closeSending();

            assertThat(notices.await(1))
                    .as("Notices. The client has sent another request before it left: whoever stops at the first byte is blind")
                    .isEqualTo(1);
            server.gate().openForGood();
            assertThat(client.untilClosed()).as("What the server sends").isEmpty();
        }
        server.stop();
        assertThat(server.log().count("new file")).as("Requests that started: the one behind the abort must not").isEqualTo(1);
    }

    @Exercise(hint = "A line break is two bytes like any others: kept, and read on.")
    @Order(5)
    @DisplayName("A stray line break does not hide a client that leaves")
    void strayLineBreak() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            client.send("\r\n");
            client.close();

            assertThat(notices.await(1)).as("Notices of a client that sent a line break and left")
                    .isEqualTo(1);
        }
    }

    @Exercise(hint = "An unread body is kept like a pipelined request, up to LIMIT.")
    @Order(6)
    @DisplayName("An unread body of 64 KiB does not hide a client that leaves")
    void unreadBody() {
        int length = BackgroundRead.LIMIT;
        try (var client = SocketClient.connect(server.uri("/a")).post("/a", length, "x".repeat(length))) {
            server.gate().awaitWork();
            client.close();

            assertThat(notices.await(1)).as("Notices of a client behind 64 KiB of unread body")
                    .isEqualTo(1);
        }
    }

    @Exercise(hint = "readAhead stops beyond LIMIT. The request then ends as if its client had stayed.")
    @Order(7)
    @DisplayName("Behind a longer body, a client that leaves is seen only when the work ends")
    void bodyBeyondTheLimit() {
        int length = 2 * BackgroundRead.LIMIT;
        try (var client = SocketClient.connect(server.uri("/a")).post("/a", length, "x".repeat(length))) {
            server.gate().awaitWork();
            client.close();
            notices.awaitArmed();
            server.gate().open();
            server.gate().awaitEnd();
        }
        server.stop();
        assertThat(notices.count())
                .as("Notices: one of the client that shows that reading goes on, none of the client behind 128 KiB."
                            + " More must not be read ahead of a handler")
                .isEqualTo(1);
    }

    @Exercise(hint = "A client that waits for 100 Continue has sent no body. The background read waits for whatever comes.")
    @Order(8)
    @DisplayName("A client that waits for \"100 Continue\" and leaves is noticed")
    void expectContinueLeaves() {
        try (var client = SocketClient.connect(server.uri("/a")).send(EXPECTS_CONTINUE)) {
            server.gate().awaitWork();
            client.close();

            assertThat(notices.await(1)).as("Notices of a client that waits for 100 Continue")
                    .isEqualTo(1);
        }
    }
}
