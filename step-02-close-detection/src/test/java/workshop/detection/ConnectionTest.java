package workshop.detection;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 02, second half: everything else about a connection stays as it was")
@Order(4)
class ConnectionTest {
    private static final String PERSISTED = "File persisted.\n";

    @AutoClose
    private final TestServer server = TestServer.onDemand(Main::configure);
    private final NoticeLog notices = new NoticeLog(server);

    @Test
    @Order(1)
    @DisplayName("Given: a connection is kept alive, and each of its requests is answered")
    void keepAlive() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (int request = 1; request <= 100; request++) {
                assertThat(client.get("/a").answer().body()).as("The body of answer %d", request).isEqualTo(PERSISTED);
            }
        }
    }

    @Exercise(hint = "next() waits for the read that outlived its watch: it brings the next request.")
    @Order(2)
    @DisplayName("A connection is kept alive after a request that was watched")
    void keepAliveAfterWatchedRequest() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            server.gate().openForGood();
            assertThat(client.answer().body()).as("The body of the first answer").isEqualTo(PERSISTED);

            for (int request = 2; request <= 5; request++) {
                assertThat(client.get("/a").answer().body())
                        .as("The body of answer %d on the connection. A background read that is stopped by an interrupt"
                                    + " closes the connection; one that is left alone brings the next request", request)
                        .isEqualTo(PERSISTED);
            }
        }
    }

    @Exercise(hint = "arrived puts the bytes into kept; next() hands them over before anything else.")
    @Order(3)
    @DisplayName("A request that is pipelined during the work is answered next")
    void pipelinedRequest() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            int before = notices.count();
            client.request("HEAD", "/a").get("/nothing");
            server.gate().openForGood();

            assertThat(client.answer().status()).as("The status of the first answer").isEqualTo(200);
            assertThat(client.answerToHead().status()).as("The status of the request that arrived during the work")
                    .isEqualTo(200);
            assertThat(client.answer().status()).as("The status of the one behind it, for a path that is not there")
                    .isEqualTo(404);
            assertThat(notices.count() - before).as("Notices: the client has only sent more").isZero();
        }
    }

    @Exercise(hint = "The body that was read ahead is in kept; Helidon skips it when the handler has not read it.")
    @Order(4)
    @DisplayName("A long body that nobody reads does not get into the way of the next request")
    void unreadBody() {
        int length = 3 * BackgroundRead.LIMIT;
        try (var client = SocketClient.connect(server.uri("/a")).post("/a", length, "x".repeat(length))) {
            server.gate().awaitWork();
            notices.awaitArmed();
            server.gate().openForGood();

            assertThat(client.answer().body()).as("The body of the first answer").isEqualTo(PERSISTED);
            assertThat(client.get("/a").answer().body()).as("The body of the next answer").isEqualTo(PERSISTED);
        }
    }

    @Exercise(hint = "Only the handler's own bytes go to the client. Reading is enough to notice; writing spoils the answer.")
    @Order(5)
    @DisplayName("Nothing reaches the client before the answer")
    void nothingBeforeTheAnswer() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();

            assertThat(client.hasReceived())
                    .as("The client has received something, and the work still goes on. Whoever writes to find out whether"
                                + " the client is there corrupts the answer")
                    .isFalse();
            server.gate().open();
            assertThat(client.answer().body()).as("The body of the first thing that the client receives")
                    .isEqualTo(PERSISTED);
            client.closeSending();
            assertThat(client.untilClosed()).as("What the client receives after the answer").isEmpty();
        }
    }

    @Exercise(hint = "In next: the wait for the outstanding read ends when Helidon interrupts the connection.")
    @Order(6)
    @DisplayName("An idle connection is closed after its time, also when its last request was watched")
    void idleTimeout() {
        Map<String, String> impatient = Map.of("server.idle-connection-timeout", "PT0.2S",
                                               "server.idle-connection-period", "PT0.05S");
        try (var server = TestServer.start(Main::configure, impatient);
             var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            var notices = new NoticeLog(server);
            server.gate().awaitWork();
            notices.awaitArmed();
            int before = notices.count();
            server.gate().open();
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(200);

            assertThat(client.untilClosed()).as("What else the server sends before it closes the connection").isEmpty();
            assertThat(notices.count() - before).as("Notices: the server closed the connection, not the client").isZero();
        }
    }

    @Exercise(hint = "open() is called for each request; what is left of the last watch must not get in its way.")
    @Order(7)
    @DisplayName("A client is noticed on the second request of its connection, too")
    void secondRequest() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            server.gate().open();
            assertThat(client.answer().status()).as("The status of the first answer").isEqualTo(200);

            client.get("/a");
            server.gate().awaitWork();
            int before = notices.count();
            client.close();

            assertThat(notices.await(before + 1) - before)
                    .as("Notices of a client that leaves during its second request. Whoever watches only the first request"
                                + " of a connection misses it")
                    .isEqualTo(1);
        }
    }

    @Exercise(hint = "The outstanding read turns out to be the body: next() hands it over.")
    @Order(8)
    @DisplayName("A client that waits for \"100 Continue\" and stays has its answer, and its connection back")
    void expectContinueStays() {
        try (var client = SocketClient.connect(server.uri("/a")).send(LeavingClientTest.EXPECTS_CONTINUE)) {
            server.gate().awaitWork();
            notices.awaitArmed();
            server.gate().openForGood();

            Answer answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(200);
        }
    }
}
