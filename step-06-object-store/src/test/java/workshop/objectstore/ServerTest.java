package workshop.objectstore;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 06, requests whose resource is elsewhere")
@Order(3)
class ServerTest extends StoreScenario {
    private static final String CLIENT_GONE = "The client closed the connection prematurely. Cleaning up.";
    private static final String PENDING = "workshop_aborts_pending";

    private static final String ID = "0e5ff4a4-0001-4000-8000-000000000001";

    private TestServer server;

    @BeforeEach
    void forgetGauge() {
        MetricsPage.forgetGauge(PENDING);
    }

    @AfterEach
    void closeServer() {
        if (server != null) {
            server.close();
        }
    }

    private void start(Map<String, String> settings) {
        server = onDemand(settings);
        server.gate().openForGood();
    }

    private SocketClient ask() {
        return SocketClient.connect(server.uri("/")).get("/a");
    }

    @Test
    @Order(1)
    @DisplayName("Given: a request makes an object, which can be had, and the answer comes when it is there")
    void committed() {
        start(Map.of());
        var atAnswer = new HashMap<String, Integer>();
        server.beforeAnswer(() -> atAnswer.put("objects", objects().size()));
        try (var client = ask()) {
            Answer answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
            assertThat(atAnswer).as("The objects when the answer is about to be sent").containsEntry("objects", 1);
            assertThat(answer.header("Location")).as("Location").isEqualTo("/files/" + objects().getFirst());

            var content = client.get(answer.header("Location")).answer();
            assertThat(content.body()).as("The content").hasSize(100).startsWith("part 1 of 1\n");
            assertThat(client.get("/files/" + ID).answer().status()).as("The status of one that is not there")
                    .isEqualTo(404);
        }
        assertThat(proxy.count(Operation.ABORT)).as("Aborts").isZero();
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: an interrupt of a part ends its call, and the upload is aborted behind it.")
    @Order(2)
    @DisplayName("A client leaves while the store takes a part and does not answer: the call ends, and nothing is left")
    void leavesDuringAPart() {
        assertNothingLeft(Operation.UPLOAD, Harm.SILENCE);
    }

    @Exercise(hint = "StagedObject.remove: the part may have been taken although nobody has its answer. Abort the upload after the parts have stopped.")
    @Order(3)
    @DisplayName("A client leaves when the store has taken a part, and does not say so: nothing is left")
    void leavesBehindAPart() {
        assertNothingLeft(Operation.UPLOAD, Harm.ANSWER_STALLED);
    }

    @Exercise(hint = "StagedObject.remove: store.uploads(id) lists what was begun without an answer.")
    @Order(4)
    @DisplayName("A client leaves when the store has begun the upload, and does not say so: nothing is left")
    void leavesBehindTheBeginning() {
        assertNothingLeft(Operation.BEGIN, Harm.ANSWER_STALLED);
    }

    private void assertNothingLeft(Operation operation, Harm harm) {
        start(Map.of());
        int before = MetricsPage.of(server).outcomes("client-gone");
        proxy.harm(operation, harm, FaultProxy.ALWAYS);
        try (var client = ask()) {
            assertThat(proxy.awaitSilence(CAP)).as("Whether the store was asked to %s", operation).isTrue();
            client.close();
            assertThat(server.log().await(CLIENT_GONE, 1, CAP))
                    .as("Notices of a client that has left while the store was asked to %s, and did not answer", operation).isEqualTo(1);
            proxy.heal();
            assertThat(proxy.awaitSilent(0, CAP)).as("Calls that still wait for the store").isZero();
        }
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        assertThat(objects()).as("The objects").isEmpty();
        assertThat(proxy.count(operation)).as("Tries of %s: nobody asks again for a client that has left", operation).isEqualTo(1);
        assertThat(MetricsPage.of(server).outcomes("client-gone") - before).as("Requests counted as client-gone").isEqualTo(1);
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: the deadline interrupts the parts, and their calls with them.")
    @Order(5)
    @DisplayName("The deadline passes while the store is silent: 503 at once, and nothing is left")
    void deadline() {
        start(Map.of("workshop.deadline", "PT0.3S"));
        proxy.harm(Operation.UPLOAD, Harm.SILENCE, FaultProxy.ALWAYS);
        try (var client = ask()) {
            assertThat(Background.run(client::answer).result("There is no answer, although the deadline has passed").status())
                    .as("The status when the deadline has passed").isEqualTo(503);
        }
        assertThat(proxy.awaitSilent(0, CAP)).as("Calls that still wait for the store").isZero();
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
    }

    @Exercise(hint = "StagedObject.rollBack: the clean-ups try until the store is back. Nobody waits for them.")
    @Order(6)
    @DisplayName("The store goes away: 500, the gauge says what is pending, and when the store is back nothing is left")
    void away() {
        start(Map.of());
        proxy.before(Operation.COMPLETE, () -> proxy.harmAll(Harm.RESET));
        try (var client = ask()) {
            assertThat(client.answer().status()).as("The status when the store has gone away").isEqualTo(500);
            assertThat(MetricsPage.of(server).gauge(PENDING)).as(PENDING).isEqualTo(1);
        }
        proxy.before(Operation.COMPLETE, () -> { });
        proxy.heal();
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        server.stop();
        assertThat(objects()).as("The objects").isEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("Given: one thing goes wrong at a call of the protocol: the request is committed all the same")
    void oneFault() {
        start(Map.of());
        for (Operation operation : new Operation[] {Operation.BEGIN, Operation.UPLOAD, Operation.COMPLETE}) {
            for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.ANSWER_LOST}) {
                int before = objects().size();
                proxy.harm(operation, harm, 1);
                try (var client = ask()) {
                    assertThat(client.answer().status()).as("The status when %s happens to %s", harm, operation).isEqualTo(201);
                }
                assertThat(objects()).as("The objects when %s has happened to %s", harm, operation).hasSize(before + 1);
                assertThat(awaitNoUploads()).as("The uploads under way when %s has happened to %s", harm, operation).isEmpty();
            }
        }
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "StagedObject.commit and remove: what the answer says has to be what the store has.")
    @Order(8)
    @DisplayName("Everything goes wrong at a call of the protocol: answer, store, log and metric agree")
    void manyFaults() {
        start(Map.of());
        for (Operation operation : new Operation[] {Operation.BEGIN, Operation.UPLOAD, Operation.COMPLETE, Operation.LOOK}) {
            for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.ANSWER_LOST}) {
                assertAgreement(operation, harm);
            }
        }
    }

    private void assertAgreement(Operation operation, Harm harm) {
        int objectsBefore = objects().size();
        var before = MetricsPage.of(server);
        proxy.harm(operation, harm, FaultProxy.ALWAYS);
        int status;
        try (var client = ask()) {
            status = client.answer().status();
        }
        proxy.heal();
        assertThat(status).as("The status when %s happens to every %s", harm, operation).isIn(201, 500);
        assertThat(awaitNoUploads()).as("The uploads under way when %s has happened to every %s", harm, operation).isEmpty();
        awaitNonePending();
        assertThat(objects().size() - objectsBefore).as("New objects when %s has happened to every %s and the answer was %d", harm,
                                                        operation, status).isEqualTo(status == 201 ? 1 : 0);
        String outcome = status == 201 ? "committed" : "failed";
        assertThat(MetricsPage.of(server).outcomes(outcome) - before.outcomes(outcome)).as("Requests counted as %s", outcome).isEqualTo(1);
    }

    private void awaitNonePending() {
        assertThat(MetricsPage.awaitGauge(() -> MetricsPage.of(server), PENDING, 0, CAP)).as(PENDING).isZero();
    }

    @Test
    @Order(9)
    @DisplayName("Given: what another server has left is swept when it is old enough, and what this one has begun is not")
    void swept() {
        begin("left");
        var goOn = new CountDownLatch(1);
        proxy.before(Operation.COMPLETE, goOn::await);
        start(Map.of("workshop.sweep-after", "PT0.2S"));
        try (var client = ask()) {
            assertThat(proxy.await(Operation.COMPLETE, 1, CAP)).as("Completions that are asked for").isEqualTo(1);
            assertThat(server.log().await("swept the upload of left", 1, CAP)).as("Sweeps of what another server has left").isEqualTo(1);
            int lists = proxy.count(Operation.LIST);
            assertThat(proxy.await(Operation.LIST, lists + 4, CAP)).as("Further sweeps").isGreaterThanOrEqualTo(lists + 4);
            goOn.countDown();
            assertThat(client.answer().status()).as("The status of a request that was under way for longer").isEqualTo(201);
        }
    }

    @Test
    @Order(10)
    @DisplayName("Given: what another server has under way is not swept before its time")
    void notSwept() {
        begin("theirs");
        start(Map.of());
        try (var client = ask()) {
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
        assertThat(proxy.await(Operation.LIST, 1, CAP)).as("Sweeps").isPositive();
        server.stop();
        assertThat(uploads()).as("The uploads under way of another server").containsExactly("theirs");
    }

    @Test
    @Order(11)
    @DisplayName("Given: a client that leaves while it is sent an object ends the read from the store")
    void leavesDuringARead() {
        start(Map.of());
        put(ID, 1_000_000);
        proxy.harm(Operation.READ, Harm.HALF_AN_ANSWER, 1);
        try (var client = SocketClient.connect(server.uri("/")).get("/files/" + ID)) {
            assertThat(proxy.await(Operation.READ, 1, CAP)).as("Reads from the store").isEqualTo(1);
            client.close();
        }
        assertThat(proxy.awaitServed(0, CAP)).as("Connections to the store that are still at work").isZero();
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: a stop interrupts the handler, that cancels the parts, and each ends its call.")
    @Order(12)
    @DisplayName("The server stops while the store is silent: the stop does not wait for the store, and nothing is left")
    void stopped() {
        start(Map.of());
        proxy.harm(Operation.UPLOAD, Harm.SILENCE, FaultProxy.ALWAYS);
        try (var client = ask()) {
            assertThat(proxy.await(Operation.UPLOAD, 1, CAP)).as("Parts that are uploaded").isEqualTo(1);
            Background.run(server::stop).result("The stop waits for a store that does not answer");
            assertThat(client.untilClosed()).as("What the client received").doesNotContain("201");
        }
        assertThat(server.log().count("The server stops. Cleaning up.")).as("Requests that the stop has ended").isEqualTo(1);
        assertThat(uploads()).as("The uploads under way when the server has stopped").isEmpty();
    }

    @Test
    @Order(13)
    @DisplayName("Given: no message shows the key of the store")
    void noKey() {
        start(Map.of());
        proxy.harm(Operation.UPLOAD, Harm.RESET, FaultProxy.ALWAYS);
        try (var client = ask()) {
            client.answer();
        }
        assertThat(Stream.of(server.log().lines().toString(), MetricsPage.of(server).text()))
                .as("Log and metrics").noneMatch(text -> text.contains(secretKey()));
    }
}
