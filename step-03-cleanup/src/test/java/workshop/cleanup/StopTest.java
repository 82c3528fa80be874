package workshop.cleanup;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 03, the server stops")
@Order(6)
class StopTest {
    @Exercise(hint = "StagingHandler: the interrupt of a stop ends the work with an InterruptedException; finally rolls back.")
    @Order(1)
    @DisplayName("A stop rolls back what does not end within the grace period, before it returns")
    void cutOff() {
        try (var server = TestServer.start(Main::configure);
             var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();

            server.stop();

            var directory = new ServerFiles(server.directory());
            assertThat(directory.staged()).as("The staged files once the server has stopped").isEmpty();
            assertThat(directory.committed()).as("The committed files. Work that was cut off is not done").isEmpty();
            assertThat(client.untilClosed()).as("What the client received").doesNotContain("201");
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: a stop commits and answers what ends within the grace period")
    void withinGracePeriod() throws InterruptedException {
        try (var server = TestServer.start(Main::configure);
             var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            Thread stop = Thread.ofVirtual().start(server::stop);
            server.gate().open();

            Answer answer = client.answer();
            stop.join();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
            assertThat(new ServerFiles(server.directory()).committed()).as("The committed files").hasSize(1);
        }
    }
}
