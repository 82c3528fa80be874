package workshop.cancellation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each outcome is counted once, as what it is. The meters belong to the process, so it is their change that counts.
 */
@DisplayName("Step 04, the metrics")
@Order(4)
class MetricsTest {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private final CountDownLatch begun = new CountDownLatch(4);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Work work = () -> {
        begun.countDown();
        end.await();
    };
    private TestServer server;
    private MetricsPage before;

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    @Order(1)
    @DisplayName("Given: a request that is committed is counted once")
    void committed() {
        start(Map.of(), work);
        end.countDown();
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
        assertCounted(Outcome.COMMITTED);
    }

    @Exercise(hint = "PartsHandler counts each request once, at its end, with the outcome that the scope decided.")
    @Order(2)
    @DisplayName("A client that leaves is counted once")
    void clientGone() {
        start(Map.of(), work);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            awaitBegin();
            client.reset();
            assertThat(server.log().await(Outcome.CLIENT_GONE.message(), 1, CAP)).as("Notices").isEqualTo(1);
        }
        assertCounted(Outcome.CLIENT_GONE);
    }

    @Exercise(hint = "CancellationScope.awaitEnd: cancel(Outcome.DEADLINE) when no time is left.")
    @Order(3)
    @DisplayName("A deadline that passes is counted once")
    void deadline() {
        start(Map.of("workshop.deadline", "PT0.1S"), work);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            awaitBegin();
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(503);
        }
        assertCounted(Outcome.DEADLINE);
    }

    @Exercise(hint = "CancellationScope.run: the interrupt of a stop cancels with Outcome.SHUTDOWN.")
    @Order(4)
    @DisplayName("A stop is counted once for the request that it cuts off")
    void shutdown() {
        start(Map.of(), work);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            awaitBegin();
            server.stop();
        }
        assertCounted(Outcome.SHUTDOWN);
    }

    @Exercise(hint = "CancellationScope.fail cancels with Outcome.FAILED; the parts that are stopped then count no more.")
    @Order(5)
    @DisplayName("A failure is counted once, however many parts it stops")
    void failed() {
        start(Map.of(), () -> {
            begun.countDown();
            begun.await();
            throw new IllegalStateException("as this test wants");
        });
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            awaitBegin();
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(500);
        }
        assertCounted(Outcome.FAILED);
    }

    @Exercise(hint = "RequestMetrics.counted counts down in a finally block; CancellationScope.run returns when all have stopped.")
    @Order(6)
    @DisplayName("The parts that run are counted, and none when all have stopped")
    void partsRunning() {
        start(Map.of(), work);
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            awaitBegin();
            assertThat(MetricsPage.of(server).gauge("workshop_parts_running")).as("Parts that run").isEqualTo(4);
            client.reset();
            assertThat(server.log().await(Outcome.CLIENT_GONE.message(), 1, CAP)).as("Notices").isEqualTo(1);
            assertThat(MetricsPage.of(server).gauge("workshop_parts_running")).as("Parts that run when all have stopped").isZero();
        }
    }

    private void start(Map<String, String> settings, Work partsWork) {
        MetricsPage.forgetGauge("workshop_parts_running");
        server = TestServer.start(Main::configure, settings, partsWork);
        before = MetricsPage.of(server);
    }

    private void awaitBegin() {
        assertThat(Uninterrupted.await(begun, CAP))
                .as("All four parts have begun").isTrue();
    }

    private void assertCounted(Outcome outcome) {
        server.stop(); // returns when every request has ended
        try (var reader = TestServer.start(Main::configure)) {
            var after = MetricsPage.of(reader);
            for (Outcome each : Outcome.values()) {
                assertThat(after.outcomes(each.label()) - before.outcomes(each.label()))
                        .as("By how much one request that ended as %s has changed the counter of %s", outcome.label(), each.label())
                        .isEqualTo(each == outcome ? 1 : 0);
            }
        }
    }
}
