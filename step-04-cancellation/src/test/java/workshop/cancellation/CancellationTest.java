package workshop.cancellation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 04, whatever cancels the work goes the same way")
@Order(3)
class CancellationTest extends LeavingScenario {
    CancellationTest() {
        super(Map.of());
    }

    static WayOfLeaving[] ways() {
        return WayOfLeaving.values();
    }

    @Exercise(hint = "CancellationScope.awaitEnd: cancel(Outcome.DEADLINE) when no time is left.")
    @Order(3)
    @DisplayName("The deadline passes: all parts stop, the file is removed, then the client has 503, and its connection back")
    void deadline() {
        server = TestServer.start(Main::configure, Map.of("workshop.deadline", "PT0.1S"), part);
        var atAnswer = new AtomicReference<List<Path>>(List.of());
        server.beforeAnswer(() -> atAnswer.set(new ServerFiles(server.directory()).staged()));
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the deadline has passed").isTrue();
            assertThat(client.hasReceived()).as("The client has an answer, and a part still runs").isFalse();
            assertCleanedUp(Outcome.DEADLINE);

            Answer answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(503);
            assertThat(atAnswer.get()).as("The staged files when the answer is about to be sent: it comes last").isEmpty();
            assertThat(client.get("/files/x").answer().status())
                    .as("The status of the next request on the connection: no interrupt may be left for it").isEqualTo(404);
        }
    }

    @Exercise(hint = "CancellationScope.run: the handler is interrupted when the grace period is over: cancel(Outcome.SHUTDOWN).")
    @Order(4)
    @DisplayName("The server stops: all parts stop, then the file is removed, then the stop returns")
    void shutdown() {
        server = TestServer.start(Main::configure, part);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(part.awaitBegin()).as("The parts have begun").isTrue();
            var stop = Background.run(server::stop);
            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the grace period is over").isTrue();
            assertThat(stop.isDone()).as("The server has stopped, and a part still runs").isFalse();
            assertCleanedUp(Outcome.SHUTDOWN);

            stop.result("The server has not stopped, although all parts have");
            assertThat(client.untilClosed()).as("What the client received").doesNotContain("201");
        }
    }

    @Exercise(hint = "CancellationScope.fail cancels the others: cancel has to interrupt them.")
    @Order(5)
    @DisplayName("A part fails: the others stop, the file is removed, then the client has 500")
    void failure() {
        var first = new AtomicBoolean(true);
        server = TestServer.start(Main::configure, () -> {
            if (first.compareAndSet(true, false)) {
                part.awaitBegin();
                throw new IllegalStateException("as this test wants");
            }
            part.perform();
        });
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(part.awaitInterrupt()).as("The other parts are interrupted when one fails").isTrue();
            assertCleanedUp(Outcome.FAILED);

            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(500);
        }
    }

    @Exercise(hint = "Nothing to add if the exercises before are green: a stop waits for the handlers first.")
    @Order(6)
    @DisplayName("A stop commits and answers what ends within the grace period")
    void withinGracePeriod() {
        var begun = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        server = TestServer.start(Main::configure, () -> {
            begun.countDown();
            end.await();
        });
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(Uninterrupted.await(begun, CAP))
                    .as("All four parts have begun").isTrue();
            var stop = Background.run(server::stop);
            end.countDown();

            Answer answer = client.answer();
            stop.result("The server has not stopped");
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
            assertThat(new ServerFiles(server.directory()).committed()).as("The committed files").hasSize(1);
        }
    }

    @Test
    @Order(7)
    @DisplayName("Given: a file that can't be staged is answered with 500, and counted as failed")
    void stagingFails() {
        server = TestServer.start(Main::configure);
        var before = MetricsPage.of(server);
        server.gate().openForGood();
        var directory = new ServerFiles(server.directory());
        try (var client = SocketClient.connect(server.uri("/a"))) {
            directory.withoutStaging(() -> assertThat(client.get("/a").answer().status())
                    .as("The status when nothing can be staged").isEqualTo(500));
            assertThat(client.get("/a").answer().status()).as("The status when that is mended").isEqualTo(201);
        }
        var after = MetricsPage.of(server);
        for (Outcome counted : List.of(Outcome.FAILED, Outcome.COMMITTED)) {
            assertThat(after.outcomes(counted.label()) - before.outcomes(counted.label())).as("Requests counted as %s", counted.label())
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(8)
    @DisplayName("Given: a file that can't be committed is answered with 500, and counted as failed, and the log says why")
    void commitFails() {
        server = TestServer.start(Main::configure);
        var before = MetricsPage.of(server);
        var directory = new ServerFiles(server.directory());
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            directory.obstruct(directory.awaitStaged(1, CAP).getFirst());
            server.gate().openForGood();

            assertThat(client.answer().status()).as("The status when the file can't be moved to its place").isEqualTo(500);
        }
        assertThat(directory.staged()).as("What is left under .staging when the file can't be moved to its place").isEmpty();
        assertThat(MetricsPage.of(server).outcomes(Outcome.FAILED.label()) - before.outcomes(Outcome.FAILED.label())).as("Requests counted as failed")
                .isEqualTo(1);
        assertThat(server.log().lines()).as("What is logged").anySatisfy(line -> assertThat(line).contains(Outcome.FAILED.message(), "Exception"));
    }

    @Test
    @Order(9)
    @DisplayName("Given: all outcomes are in the metrics from the start, and no other observer is there")
    void metricsFromTheStart() {
        server = TestServer.start(Main::configure);
        try (var client = SocketClient.connect(server.uri("/"))) {
            var metrics = MetricsPage.of(server);
            for (Outcome outcome : Outcome.values()) {
                assertThat(metrics.outcomes(outcome.label())).as("Requests counted as %s; zero in a new process", outcome.label())
                        .isNotNegative();
            }
            assertThat(metrics.gauge("workshop_parts_running")).as("Parts that run").isZero();
            for (String path : List.of("/observe", "/observe/health", "/observe/info", "/observe/config", "/observe/log")) {
                assertThat(client.get(path).answer().status()).as("The status of %s", path).isEqualTo(404);
            }
        }
    }

    @Test
    @Order(10)
    @DisplayName("Given: HEAD and POST do the same work; HEAD is answered without a body, and names a file that can be had")
    void anyMethod() {
        server = TestServer.start(Main::configure);
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            assertThat(client.post("/a", 4, "body").answer().status()).as("The status of POST /a").isEqualTo(201);
            Answer head = client.request("HEAD", "/a").answerToHead();
            assertThat(head.status()).as("The status of HEAD /a").isEqualTo(201);

            Answer file = client.get(head.header("Location")).answer();
            assertThat(file.status()).as("The status of GET %s", head.header("Location")).isEqualTo(200);
            assertThat(file.body()).as("The content of the file").contains("part 1 of 4", "part 4 of 4");
        }
        assertThat(new ServerFiles(server.directory()).committed()).as("The committed files").hasSize(2);
    }

    @Exercise(hint = "Nothing to add if the exercises before are green: the deadline ends what no notice ends.")
    @Order(11)
    @DisplayName("A client that leaves behind more input than is read ahead is not seen: the deadline ends its work")
    void behindALongBody() {
        server = TestServer.start(Main::configure, Map.of("workshop.deadline", "PT0.2S"), part);
        int length = 4 * 64 * 1024;
        try (var client = SocketClient.connect(server.uri("/a")).post("/a", length, "x".repeat(length))) {
            assertThat(part.awaitBegin()).as("The parts have begun").isTrue();
            client.close();

            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the deadline has passed").isTrue();
            assertCleanedUp(Outcome.DEADLINE);
        }
    }

    @Exercise(hint = "Nothing to add if the exercises before are green: the connection is closed, not answered.")
    @Order(12)
    @DisplayName("A request that is pipelined behind one whose client leaves never starts")
    void pipelined() {
        server = TestServer.start(Main::configure, part);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a").get("/a")) {
            assertThat(part.awaitBegin()).as("The parts have begun").isTrue();
            client.closeSending();
            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the client leaves").isTrue();
            assertCleanedUp(Outcome.CLIENT_GONE);

            assertThat(client.untilClosed()).as("What the server sends to a client that has left").isEmpty();
        }
        server.stop();
        assertThat(server.log().count("new file")).as("Requests that started").isEqualTo(1);
    }

    @Test
    @Order(13)
    @DisplayName("Given: a part that dies of an Error is answered with 500, and its file rolled back")
    void error() {
        server = TestServer.start(Main::configure, () -> {
            throw new NoClassDefFoundError("as this test wants");
        });
        var before = MetricsPage.of(server);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(client.answer().status()).as("The status when a part dies of an Error").isEqualTo(500);
        }
        assertThat(new ServerFiles(server.directory()).committed()).as("The committed files: none without all of its parts").isEmpty();
        assertThat(new ServerFiles(server.directory()).staged()).as("The staged files").isEmpty();
        assertThat(MetricsPage.of(server).outcomes(Outcome.FAILED.label()) - before.outcomes(Outcome.FAILED.label())).as("Requests counted as failed")
                .isEqualTo(1);
    }

    @Exercise(hint = "Nothing to add if the exercises before are green: what can't be removed changes nothing else.")
    @Order(14)
    @DisplayName("A rollback that fails is logged with its reason; the outcome, its metric and the answer stay what they are")
    void rollbackFails() {
        server = TestServer.start(Main::configure, Map.of("workshop.deadline", "PT0.2S"), part);
        var before = MetricsPage.of(server);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(part.awaitBegin()).as("The parts have begun").isTrue();
            var directory = new ServerFiles(server.directory());
            directory.hold(directory.staged().getFirst());
            assertThat(part.awaitInterrupt()).as("The parts are interrupted when the deadline has passed").isTrue();
            part.stop();

            assertThat(client.answer().status()).as("The status when the deadline has passed").isEqualTo(503);
        }
        assertThat(server.log().count(Outcome.DEADLINE.message())).as("Lines '%s' in the log", Outcome.DEADLINE.message()).isEqualTo(1);
        assertThat(server.log().count("DirectoryNotEmptyException")).as("Lines of the log that say why the file can't be removed")
                .isEqualTo(1);
        assertThat(MetricsPage.of(server).outcomes(Outcome.DEADLINE.label()) - before.outcomes(Outcome.DEADLINE.label()))
                .as("Requests counted as ended by the deadline").isEqualTo(1);
    }
}
