package workshop.objectstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.SocketClient;
import workshop.testkit.process.RecordedServer;
import workshop.testkit.server.TemporaryDirectory;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 06, a server that is killed, and its store goes on")
class KilledServerIT extends StoreScenario {
    /** For what a new process does for the first time. */
    private static final Duration CAP = Duration.ofSeconds(30);

    @Test
    @DisplayName("The upload that it has left is swept by the next server when it is old enough, and not before")
    void swept() {
        proxy.harm(Operation.UPLOAD, Harm.SILENCE, 1);
        try (var directory = TemporaryDirectory.create(); var server = start(directory, "PT1H");
             var client = SocketClient.connect(server.awaitListening()).get("/a")) {
            assertThat(proxy.await(Operation.UPLOAD, 1, CAP)).as("Parts that are uploaded").isEqualTo(1);
            server.kill();
            assertThat(client.untilClosed()).as("What the client received").isEmpty();
        }
        assertThat(uploads()).as("The uploads under way that the killed server has left").hasSize(1);

        int before = proxy.count(Operation.LIST);
        try (var directory = TemporaryDirectory.create(); var next = start(directory, "PT1H")) {
            next.awaitListening();
            assertThat(proxy.await(Operation.LIST, before + 1, CAP)).as("Sweeps").isEqualTo(before + 1);
            next.terminate();
            next.awaitExit();
        }
        assertThat(uploads()).as("The uploads under way, when a server has swept that takes those of an hour").hasSize(1);

        try (var directory = TemporaryDirectory.create(); var last = start(directory, "PT0.001S")) {
            last.awaitOutput("swept the upload of", 1);
            assertThat(awaitNoUploads()).as("The uploads under way, when a server has swept that takes younger ones").isEmpty();
        }
    }

    private RecordedServer start(TemporaryDirectory directory, String sweepAfter) {
        var settings = new HashMap<>(Map.of("server.port", "0", "workshop.work-time", "PT0S", "workshop.sweep-after", sweepAfter,
                                            "workshop.directory", directory.path().toString()));
        settings.putAll(storeSettings());
        return RecordedServer.start(settings, Map.of());
    }
}
