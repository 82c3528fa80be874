package workshop.cancellation;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.process.ServerProcessContract;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.ServerFiles;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 04, the server as a process")
class ServerIT extends ServerProcessContract {
    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("A bad limit is refused")
    @CsvSource({"workshop.parts, 0", "workshop.parts, 65", "workshop.parts, four", "workshop.deadline, PT0S",
            "workshop.deadline, soon"})
    void badLimit(String key, String value) {
        try (var server = start(Map.of(key, value))) {
            assertThat(server.awaitExit()).as("The exit status").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString().contains(key, value, "use");
        }
    }

    @Test
    @DisplayName("A new server has counted nothing; then it counts what it did")
    void metrics() {
        try (var server = start(Map.of("workshop.work-time", "PT0S"));
             var client = SocketClient.connect(server.awaitListening())) {
            var before = new MetricsPage(client.get("/observe/metrics").answer().body());
            for (Outcome outcome : Outcome.values()) {
                assertThat(before.outcomes(outcome.label())).as("Requests counted as %s at the start", outcome.label()).isZero();
            }
            Answer answer = client.get("/a").answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);

            var after = new MetricsPage(client.get("/observe/metrics").answer().body());
            assertThat(after.outcomes(Outcome.COMMITTED.label())).as("Requests counted as committed").isEqualTo(1);
            assertThat(after.gauge("workshop_parts_running")).as("Parts that run").isZero();
        }
    }

    @Exercise(hint = "CancellationScope.run: an interrupt of the handler is the server's stop; join all parts before it returns.")
    @Order(1)
    @DisplayName("A server that is asked to stop ends only when everything is rolled back, and says why")
    void terminated() {
        try (var server = start(Map.of("workshop.work-time", "PT1H", "workshop.deadline", "PT2H"))) {
            requestsInFlight(server, 20);
            server.terminate();

            assertThat(server.awaitExit()).as("The exit status").isIn(0, 143);
            assertThat(server.awaitOutput(Outcome.SHUTDOWN.message(), 20)).as("Lines about the stop").hasSize(20);
            assertThat(server.errors()).as("Standard error").isEmpty();
        }
        assertThat(new ServerFiles(directory()).staged()).as("The staged files when the process has ended").isEmpty();
        assertThat(new ServerFiles(directory()).committed()).as("The committed files").isEmpty();
    }
}
