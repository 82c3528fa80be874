package workshop.objectstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import workshop.plumbing.launch.StartFailure;
import workshop.testkit.client.Answer;
import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("Step 06, requests whose resource is elsewhere")
@Order(3)
class ServerTest extends StoreScenario {
    private static final String CLIENT_GONE = "The client closed the connection prematurely. Cleaning up.";
    private static final String FAILED = "The work failed. Cleaning up.";
    private static final String PENDING = "workshop_aborts_pending";

    /** The calls by which an object is made. */
    private static final Operation[] MAKING = {Operation.BEGIN, Operation.UPLOAD, Operation.COMPLETE};

    /** For a test in which the store is silent many times. */
    private static final Duration SHORT_TRY = Duration.ofMillis(400);

    /** Before a silence in the middle of an object ends the read. */
    private static final Duration IN_TIME = Patience.of(Duration.ofSeconds(4));

    private static final Logger OURS = Logger.getLogger("workshop");
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
        return SocketClient.connect(server.uri("/"), CAP).get("/a");
    }

    @Test
    @Order(1)
    @DisplayName("Given: a request makes an object, which can be had, and the answer comes when it is there")
    void committed() {
        start(Map.of());
        assertThat(MetricsPage.of(server).gauge(PENDING)).as("%s, before any request", PENDING).isZero();
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
        long left;
        try (var client = ask()) {
            assertThat(proxy.awaitSilence(CAP)).as("Whether the store was asked to %s", operation).isTrue();
            client.close();
            left = System.nanoTime();
            assertThat(server.log().await(CLIENT_GONE, 1, CAP))
                    .as("Notices of a client that has left while the store was asked to %s, and did not answer", operation).isEqualTo(1);
            proxy.heal();
            assertThat(proxy.awaitSilent(0, CAP)).as("Calls that still wait for the store").isZero();
        }
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - left)).as("How long after the leaving nothing of it is in the store any more")
                .isLessThan(Patience.of(Duration.ofSeconds(2)));
        assertThat(objects()).as("The objects").isEmpty();
        assertThat(proxy.count(operation)).as("Tries of %s: nobody asks again for a client that has left", operation).isEqualTo(1);
        assertThat(MetricsPage.of(server).outcomes("client-gone") - before).as("Requests counted as client-gone").isEqualTo(1);
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: a stream that is reset is a client that leaves.")
    @Order(5)
    @DisplayName("One of two HTTP/2 requests is reset while the store is silent: its call ends, and the other one is answered")
    void resets() {
        start(Map.of());
        proxy.harm(Operation.UPLOAD, Harm.SILENCE, 1);
        try (var client = FrameClient.connect(server.uri("/"))) {
            int leaves = client.get("/a");
            assertThat(proxy.awaitSilence(CAP)).as("Whether the store was asked to take a part").isTrue();
            int stays = client.get("/a");
            client.send(Frame.reset(leaves));
            assertThat(server.log().await(CLIENT_GONE, 1, CAP)).as("Notices of a stream that was reset").isEqualTo(1);
            assertThat(client.answer(stays).status()).as("The status on the other stream").isEqualTo(201);
        }
        assertThat(proxy.awaitSilent(0, CAP)).as("Calls that still wait for the store").isZero();
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        assertThat(objects()).as("The objects").hasSize(1);
    }

    @Test
    @Order(6)
    @DisplayName("Given: a client leaves while the store completes the object: it is committed, and stays")
    void leavesDuringTheCompletion() {
        start(Map.of("server.shutdown-grace-period", "PT1H"));
        int before = MetricsPage.of(server).outcomes("committed");
        var left = new CountDownLatch(1);
        proxy.before(Operation.COMPLETE, left::await);
        try (var client = ask()) {
            assertThat(proxy.await(Operation.COMPLETE, 1, CAP)).as("Completions that are asked for").isEqualTo(1);
            client.close();
        }
        left.countDown();
        server.stop();
        assertThat(objects()).as("The objects").hasSize(1);
        assertThat(server.log().count(CLIENT_GONE)).as("Notices: none behind the decision").isZero();
        try (var reader = onDemand(Map.of())) {
            assertThat(MetricsPage.of(reader).outcomes("committed") - before).as("Requests counted as committed").isEqualTo(1);
        }
    }

    @Exercise(hint = "StagedObject.rollBack: what is to be removed is handed over. Whoever removes it here has a client to answer.")
    @Order(7)
    @DisplayName("The deadline passes while the store is silent: 503 at once, and nothing is left")
    void deadline() {
        assertThat(statusAtTheDeadline("PT0.3S", Operation.UPLOAD)).as("The status when the deadline has passed").isEqualTo(503);
    }

    @Exercise(hint = "StagedObject.isThere: an interrupt ends the questions, too. Who can't ask is in doubt, and the clean-ups remove what there is.")
    @Order(8)
    @DisplayName("The deadline passes while the store completes the object: the client is told at once, and nothing is left")
    void deadlineInTheCompletion() {
        assertThat(statusAtTheDeadline("PT0.7S", Operation.COMPLETE)).as("The status when the deadline has passed").isIn(500, 503);
    }

    private int statusAtTheDeadline(String deadline, Operation operation) {
        start(Map.of("workshop.deadline", deadline));
        proxy.before(operation, () -> proxy.harmAll(Harm.ANSWER_STALLED)); // the store says nothing from then on
        var status = new AtomicInteger();
        try (var client = ask()) {
            assertThat(catchThrowable(() -> status.set(client.answer().status())))
                    .as("Why there is no answer, when the deadline has passed and the store says nothing any more: nobody waits for it").isNull();
        }
        proxy.before(operation, () -> { });
        proxy.heal();
        assertThat(proxy.awaitSilent(0, CAP)).as("Calls that still wait for the store").isZero();
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        awaitNonePending();
        assertThat(objects()).as("The objects in the end").isEmpty();
        return status.get();
    }

    @Exercise(hint = "StagedObject.rollBack: the clean-ups try until the store is back. Nobody waits for them.")
    @Order(9)
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

    @ParameterizedTest(name = "{0}")
    @Order(10)
    @DisplayName("Given: one thing goes wrong at a call of the protocol: the request is committed all the same")
    @EnumSource(names = {"BEGIN", "UPLOAD", "COMPLETE"})
    void oneFault(Operation operation) {
        start(Map.of());
        for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.EMPTY_200, Harm.ANSWER_LOST, Harm.BROKEN_OFF}) {
            proxy.harm(operation, harm, 1);
            assertAgreement("one %s is harmed: %s".formatted(operation, harm), 201);
        }
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: a try is over when its time is, and the next one has an answer.")
    @Order(11)
    @DisplayName("One answer does not come: the request is committed all the same")
    void oneSilence() {
        server = TestServer.onDemand((builder, given, work) -> Main.configure(builder, given, work, SHORT_TRY), storeSettings());
        server.gate().openForGood();
        for (Operation operation : MAKING) {
            for (Harm harm : new Harm[] {Harm.SILENCE, Harm.ANSWER_STALLED}) {
                proxy.harm(operation, harm, 1);
                assertAgreement("one %s is harmed: %s".formatted(operation, harm), 201);
            }
        }
    }

    @Exercise(hint = "StagedObject.remove: what was begun is removed, whoever was told of it.")
    @Order(12)
    @DisplayName("Everything goes wrong at the beginning, or at a part: answer, store, log and metric agree")
    void manyFaults() {
        start(Map.of());
        for (Operation operation : new Operation[] {Operation.BEGIN, Operation.UPLOAD}) {
            for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.DENIED, Harm.ANSWER_LOST}) {
                proxy.harm(operation, harm, FaultProxy.ALWAYS);
                assertAgreement("every %s is harmed: %s".formatted(operation, harm), 500);
            }
        }
    }

    @Exercise(hint = "StagedObject.commit and remove: what the answer says has to be what the store has.")
    @Order(13)
    @DisplayName("Everything goes wrong at the completion: answer, store, log and metric agree")
    void manyFaultsInTheCompletion() {
        start(Map.of());
        for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.DENIED, Harm.EMPTY_200, Harm.ERROR_BEHIND_200}) {
            proxy.harm(Operation.COMPLETE, harm, FaultProxy.ALWAYS);
            assertAgreement("every COMPLETE is harmed: " + harm, 500);
        }
        proxy.harm(Operation.COMPLETE, Harm.ANSWER_LOST, FaultProxy.ALWAYS);
        assertAgreement("every COMPLETE is harmed: ANSWER_LOST", 201);
    }

    @Exercise(hint = "StagedObject.commit: the last try of a completion may be refused although the first one was made. Ask whatever it says.")
    @Order(14)
    @DisplayName("A completion is made and its answer lost, and then it is refused: answer, store, log and metric agree")
    void lostAndRefused() {
        start(Map.of());
        for (Harm harm : new Harm[] {Harm.SLOW_DOWN, Harm.DENIED}) {
            var harms = new ArrayDeque<>(List.of(Harm.ANSWER_LOST, harm, harm));
            proxy.harmByChance(operation -> operation == Operation.COMPLETE ? harms.poll() : null);
            assertAgreement("the answer of a completion is lost, and then " + harm, 201);
        }
        proxy.harm(Operation.COMPLETE, Harm.ERROR_BEHIND_200, 1);
        assertAgreement("one COMPLETE fails behind its 200", 201);
        proxy.harm(Operation.COMPLETE, Harm.ANSWER_LOST, FaultProxy.ALWAYS);
        proxy.harm(Operation.LOOK, Harm.ERROR, FaultProxy.ALWAYS);
        assertAgreement("every answer of a completion is lost, and nobody can tell whether it was made", 500);
        assertThat(server.log().count("in doubt")).as("Requests that were in doubt").isEqualTo(1);
    }

    @Exercise(hint = "StagedObject.isThere and remove: each call has its tries, and the clean-ups begin anew when they are over.")
    @Order(15)
    @DisplayName("A completion is refused, and one thing goes wrong at a call behind it: answer, store, log and metric agree")
    void oneFaultBehind() {
        start(Map.of());
        for (Operation operation : new Operation[] {Operation.LOOK, Operation.ABORT, Operation.LIST, Operation.DELETE}) {
            for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.ANSWER_LOST}) {
                proxy.harm(Operation.COMPLETE, Harm.DENIED, 1);
                proxy.harm(operation, harm, 1);
                assertAgreement("a completion is refused, and one %s is harmed: %s".formatted(operation, harm), 500);
            }
        }
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    /** Sends a request on whose way something happens: answer, store, log and metrics have to tell the same of it. */
    private void assertAgreement(String event, int status) {
        int objectsBefore = objects().size();
        int failuresBefore = server.log().count(FAILED);
        var before = MetricsPage.of(server);
        Answer answer;
        try (var client = ask()) {
            answer = client.answer();
        }
        assertThat(answer.status()).as("The status of the answer %s when %s", answer, event).isEqualTo(status);
        assertThat(answer.body()).as("The answer when %s: one line of text", event).matches(".+\n");
        assertThat(awaitNoUploads()).as("The uploads under way when %s", event).isEmpty();
        awaitNonePending();

        int committed = status == 201 ? 1 : 0;
        int failed = 1 - committed;
        assertThat(objects().size() - objectsBefore).as("New objects when %s and the answer was %d", event, status).isEqualTo(committed);
        assertThat(server.log().count(FAILED) - failuresBefore).as("Lines '%s' in the log when %s", FAILED, event).isEqualTo(failed);
        var after = MetricsPage.of(server);
        assertThat(after.outcomes("committed") - before.outcomes("committed")).as("Requests counted as committed when %s", event)
                .isEqualTo(committed);
        assertThat(after.outcomes("failed") - before.outcomes("failed")).as("Requests counted as failed when %s", event).isEqualTo(failed);
        proxy.heal();
    }

    private void awaitNonePending() {
        assertThat(MetricsPage.awaitGauge(() -> MetricsPage.of(server), PENDING, 0, CAP)).as(PENDING).isZero();
    }

    @Test
    @Order(16)
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
    @Order(17)
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
    @Order(18)
    @DisplayName("Given: a client that leaves while it is sent an object ends the read from the store, and one that the store does not begin")
    void leavesDuringARead() {
        start(Map.of());
        put(ID, 1_000_000);
        for (Harm harm : new Harm[] {Harm.HALF_AN_ANSWER, Harm.SILENCE}) {
            int before = proxy.count(Operation.READ);
            proxy.harm(Operation.READ, harm, FaultProxy.ALWAYS);
            try (var client = SocketClient.connect(server.uri("/")).get("/files/" + ID)) {
                assertThat(proxy.awaitSilence(CAP)).as("Whether the store was asked for the object").isTrue();
                awaitBeginning(client, harm);
                client.close();
            }
            assertThat(proxy.awaitServed(0, IN_TIME)).as("Connections to the store that are still at work, %s", harm).isZero();
            server.gate().awaitEnd();
            assertThat(proxy.count(Operation.READ) - before).as("Reads from the store: nobody asks again for a client that has left, %s", harm)
                    .isEqualTo(1);
        }
        assertThat(server.log().warnings()).as("Warnings").isEmpty();
    }

    /** Of what the store has begun to send, the client has the beginning before it leaves. */
    private static void awaitBeginning(SocketClient client, Harm harm) {
        long end = System.nanoTime() + CAP.toNanos();
        while (harm == Harm.HALF_AN_ANSWER && !client.hasReceived() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Order(19)
    @DisplayName("Given: an object of which the store sends a part only is not taken for whole, in neither protocol")
    void brokenOff() {
        start(Map.of());
        put(ID, 100_000);
        proxy.harm(Operation.READ, Harm.BROKEN_OFF, 2);
        try (var http1 = SocketClient.connect(server.uri("/")).get("/files/" + ID); var http2 = FrameClient.connect(server.uri("/"))) {
            int stream = http2.get("/files/" + ID);
            var answer = http1.answer();
            assertThat(answer.header("Content-Length")).as("The length that is promised").isEqualTo("100000");
            assertThat(answer.body()).as("What came of it, before the connection was closed").hasSizeLessThan(100_000);
            assertThat(http2.answer(stream)).as("The whole answer on the stream").isEqualTo(Answer.NONE);
        }
    }

    @Test
    @Order(20)
    @DisplayName("Given: an object that the store does not give is no 404: 503, and a warning that says why")
    void notRead() {
        start(Map.of());
        for (Harm harm : new Harm[] {Harm.RESET, Harm.SLOW_DOWN, Harm.DENIED}) {
            proxy.harm(Operation.READ, harm, FaultProxy.ALWAYS);
            try (var client = SocketClient.connect(server.uri("/")).get("/files/" + ID)) {
                var answer = client.answer();
                assertThat(answer.status()).as("The status of the answer %s, %s", answer, harm).isEqualTo(503);
                assertThat(answer.body()).as("The answer: one line, which does not say where the store is").matches("[^:/]+\n?");
            }
        }
        assertThat(server.log().warnings()).as("Warnings").hasSize(3).allMatch(line -> line.contains(ID));
    }

    @Exercise(hint = "When StoreCallsTest is green, this is too: a stop interrupts the handler, that cancels the parts, and each ends its call.")
    @Order(21)
    @DisplayName("The server stops while the store is silent: the stop does not wait for the store, and nothing is left")
    void stopped() {
        assertStopLeavesNothing(Operation.UPLOAD, Harm.SILENCE);
        assertThat(server.log().count("The server stops. Cleaning up.")).as("Requests that the stop has ended").isEqualTo(1);
    }

    @Exercise(hint = "StagedObject.remove: the completion may have been made, and nobody could ask. Delete the object behind the abort.")
    @Order(22)
    @DisplayName("The server stops when the store has completed an object, and does not say so: nothing is left")
    void stoppedBehindTheCompletion() {
        assertStopLeavesNothing(Operation.COMPLETE, Harm.ANSWER_STALLED);
    }

    private void assertStopLeavesNothing(Operation operation, Harm harm) {
        start(Map.of());
        proxy.harm(operation, harm, FaultProxy.ALWAYS);
        try (var client = ask()) {
            assertThat(proxy.awaitSilence(CAP)).as("Whether the store was asked to %s", operation).isTrue();
            Background.run(server::stop).result("The stop waits for a store that does not answer");
            assertThat(client.untilClosed()).as("What the client received").doesNotContain("201");
        }
        assertThat(uploads()).as("The uploads under way when the server has stopped").isEmpty();
        assertThat(objects()).as("The objects when the server has stopped").isEmpty();
    }

    @Test
    @Order(23)
    @DisplayName("Given: a completion that ends within the grace period of a stop is answered")
    void endsWithinGracePeriod() {
        start(Map.of("server.shutdown-grace-period", "PT1H"));
        var goOn = new CountDownLatch(1);
        proxy.before(Operation.COMPLETE, goOn::await);
        try (var client = ask()) {
            assertThat(proxy.await(Operation.COMPLETE, 1, CAP)).as("Completions that are asked for").isEqualTo(1);
            var stop = Background.run(server::stop);
            stop.awaitPause();
            goOn.countDown();
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
            stop.result("The server has not stopped, although the last request has its answer");
        }
        assertThat(objects()).as("The objects").hasSize(1);
    }

    @Test
    @Order(24)
    @DisplayName("Given: a bucket of somebody else is refused at the start, and a store that does not answer")
    void notStarted() {
        for (var harm : Map.of(Harm.DENIED, "workshop.bucket", Harm.ERROR, "workshop.store").entrySet()) {
            proxy.harm(Operation.BUCKET, harm.getKey(), FaultProxy.ALWAYS);
            try (var refused = onDemand(Map.of())) {
                assertThat(catchThrowable(refused::log)).as("Why the server does not start, %s", harm.getKey()).isInstanceOf(StartFailure.class)
                        .hasMessageContainingAll(harm.getValue() + ": ", "HTTP", "another").message().doesNotContain("null");
            }
        }
    }

    @Test
    @Order(25)
    @DisplayName("Given: no message shows the key of the store")
    void noKey() {
        OURS.setLevel(Level.ALL);
        start(Map.of());
        for (Harm harm : new Harm[] {Harm.RESET, Harm.DENIED}) {
            proxy.harm(Operation.UPLOAD, harm, FaultProxy.ALWAYS);
            try (var client = ask()) {
                client.answer();
            }
        }
        OURS.setLevel(Level.INFO);
        assertThat(Stream.of(server.log().lines().toString(), MetricsPage.of(server).text()))
                .as("Log and metrics").noneMatch(text -> text.contains(secretKey()));
    }
}
