package workshop.detection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.helidon.webserver.CloseConnectionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 02, second half: the server stops")
@Order(5)
class StopTest {
    private static final int CLOSES = 60;
    private static final Duration CAP = Patience.of(Duration.ofSeconds(3));

    @AutoClose
    private final TestServer server = TestServer.onDemand(Main::configure);
    private final NoticeLog notices = new NoticeLog(server);

    @Exercise(hint = "An idle connection waits in next(): await() must end with the interrupt, and not be entered again.")
    @Order(1)
    @DisplayName("A stop ends idle connections at once, also those whose last request was watched")
    void idleConnection() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            server.gate().openForGood();
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(200);
            int before = notices.count();

            stopInTime(server);
            assertThat(client.untilClosed()).as("What the server sends while it stops").isEmpty();
            assertThat(notices.count() - before).as("Notices: the server closed the connection, not the client").isZero();
        }
    }

    @Exercise(hint = "Nothing to add if the exercises before are green: a stop waits for the handlers first.")
    @Order(2)
    @DisplayName("A stop lets a request end that ends within the grace period")
    void workingConnection() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            var stop = Background.run(server::stop);
            server.gate().openForGood();

            Answer answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(200);
            stop.result("The server has not stopped");
        }
    }

    @Exercise(hint = "In arrived: the client is gone only if it was not this side that closed: socket.closedByServer().")
    @Order(3)
    @DisplayName("A stop that cuts off a request is no client that leaves")
    void cutOff() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            notices.awaitArmed();
            int before = notices.count();

            stopInTime(server); // the gate stays shut: after the grace period, Helidon interrupts the handler
            client.untilClosed();
            assertThat(notices.count() - before)
                    .as("Notices. The server stopped the work and closed the connection; the client was still there")
                    .isZero();
        }
    }

    @Exercise(hint = "In arrived: ask socket.closedByServer() when the read has ended, however it has.")
    @Order(4)
    @DisplayName("A connection that the server closes under an open watch is no client that leaves, and one that the client closes is")
    void closedUnderAWatch() {
        var leaving = new Notices();
        var goOn = new CountDownLatch(1);
        try (var other = TestServer.start((builder, settings, work) -> {
            builder.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
            builder.routing(routing -> routing
                    .get("/left", (_, _) -> endUnderAWatch(leaving, goOn::await))
                    .get("/a", (_, _) -> endUnderAWatch(leaving, work)));
        }, Work.lasting(Duration.ofMillis(3L * ArmingTicker.TICK_MILLIS)))) {
            SocketClient.connect(other.uri("/left")).get("/left").close();
            assertThat(leaving.await()).as("A notice of a client that closes its connection under an open watch").isTrue();
            goOn.countDown();
            for (int i = 0; i < CLOSES; i++) {
                try (var client = SocketClient.connect(other.uri("/a")).get("/a")) {
                    client.untilClosed();
                }
            }
        }
        assertThat(leaving.count() - 1)
                .as("Notices of %d connections that the server closed itself. Where a read is under way, a close ends it like a client"
                            + " that leaves: with the end of the stream, or with an exception", CLOSES)
                .isZero();
    }

    private static void endUnderAWatch(Notices leaving, Work work) throws InterruptedException {
        CloseWatch.open(leaving); // and not completed: the connection ends before its watch does
        work.perform();
        throw new CloseConnectionException("as this test wants");
    }

    @Test
    @Order(5)
    @DisplayName("Given: a stop ends a request that waits for the rest of its body under an open watch")
    void waitsForItsBody() {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var other = TestServer.start((builder, settings, work) -> {
            builder.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
            builder.routing(routing -> routing.post("/a", (request, _) -> {
                try (var watch = CloseWatch.open(() -> { })) {
                    begun.countDown();
                    request.content().as(String.class);
                } finally {
                    ended.countDown();
                }
            }));
        }); var client = SocketClient.connect(other.uri("/a")).post("/a", 100, "the first bytes of it")) {
            assertThat(Uninterrupted.await(begun, CAP)).as("Whether the request is handled").isTrue();
            stopInTime(other);
            assertThat(Uninterrupted.await(ended, CAP))
                    .as("Whether the request has ended, after a stop that has cut it off. Helidon reads the rest of a body that was not read to its"
                                + " end, after the interrupt too: that must not wait again").isTrue();
            client.untilClosed();
        }
    }

    private static void stopInTime(TestServer server) {
        Background.run(server::stop).result("The server has not stopped: a connection does not end. Whoever waits must let an interrupt end the wait, by"
                                                              + " the exception of await()");
    }
}
