package workshop.cleanup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.process.RecordedServer;
import workshop.testkit.process.ServerProcessContract;
import workshop.testkit.server.ServerFiles;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 03, the server as a process")
class ServerIT extends ServerProcessContract {
    private static final Map<String, String> AT_ONCE = Map.of("workshop.work-time", "PT0S");
    private static final Map<String, String> ENDLESS = Map.of("workshop.work-time", "PT1H");

    @Test
    @DisplayName("What a killed server leaves is swept at the next start, and committed files are untouched")
    void killed() {
        List<Path> committed = commitThreeFiles();
        try (var server = start(ENDLESS)) {
            requestsInFlight(server, 50);
            server.kill();
        }
        var directory = new ServerFiles(directory());
        assertThat(directory.staged()).as("The staged files of 50 requests, when the server has been killed").hasSize(50);

        try (var server = start(AT_ONCE)) {
            server.awaitListening();
            assertThat(directory.staged()).as("The staged files when the next server has started").isEmpty();
            assertThat(directory.committed()).as("The committed files").isEqualTo(committed).allSatisfy(
                    file -> assertThat(file).hasContent("hello"));
        }
    }

    @Test
    @DisplayName("A second server on the directory says so in one line, and leaves the first one's staged files alone")
    void secondServer() {
        try (var first = start(ENDLESS)) {
            requestsInFlight(first, 5);
            try (var second = start(AT_ONCE)) {
                assertThat(second.awaitExit()).as("The exit status of the second server").isEqualTo(1);
                assertThat(second.errors()).as("Its standard error").singleElement().asString()
                        .contains("workshop.directory", directory().toString(), "in use by another server");
            }
            assertThat(new ServerFiles(directory()).staged()).as("The staged files of the first server").hasSize(5);
        }
    }

    @Exercise(hint = "StagingHandler: the work ends with an InterruptedException when the server stops; finally rolls back.")
    @Order(1)
    @DisplayName("A server that is asked to stop ends only when everything is rolled back")
    void terminated() {
        try (var server = start(ENDLESS)) {
            requestsInFlight(server, 50);
            server.terminate();
            assertThat(server.awaitExit()).as("The exit status").isIn(0, 143);
            assertThat(server.errors()).as("Standard error").isEmpty();
        }
        assertThat(new ServerFiles(directory()).staged()).as("The staged files when the process has ended").isEmpty();
        assertThat(new ServerFiles(directory()).committed()).as("The committed files").isEmpty();
    }

    private List<Path> commitThreeFiles() {
        try (var server = start(AT_ONCE); var client = SocketClient.connect(server.awaitListening())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/a").answer().status()).as("The status of the answer").isEqualTo(201);
            }
            server.terminate();
            server.awaitExit();
        }
        return new ServerFiles(directory()).committed();
    }
}
