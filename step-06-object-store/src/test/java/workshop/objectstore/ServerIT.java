package workshop.objectstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.process.RecordedServer;
import workshop.testkit.process.ServerProcessContract;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 06, the server as a process")
class ServerIT extends ServerProcessContract {
    private static final String INSIDE = "it is about the store inside the server";

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("A bad setting of the store is refused, with a line that shows no password")
    @CsvSource({"workshop.store, elsewhere, use http://HOST:PORT", "workshop.store, ftp://localhost, use http://HOST:PORT",
            "workshop.store, http://user:secret@localhost, use http://HOST:PORT", "workshop.store, http://127.0.0.1:1, start it",
            "workshop.bucket, Work_Shop, use 3 to 63", "workshop.part-size, 0, use one", "workshop.sweep-after, PT0S, use PT0.001S"})
    void badSetting(String key, String value, String remedy) {
        try (var server = start(Map.of(key, value, "aws.accessKeyId", "some", "aws.secretAccessKey", "key"))) {
            assertThat(server.awaitRefusal("The server has started with " + key + "=" + value)).as("The exit status").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString().contains(key, remedy).doesNotContain("secret");
        }
    }

    @Test
    @DisplayName("A store that wants a key: a server that has none says how to give it one")
    void noKey() {
        try (var server = start(Map.of("workshop.store", "http://127.0.0.1:1"), Map.of("AWS_ACCESS_KEY_ID", ""))) {
            assertThat(server.awaitRefusal("The server has started without a key")).as("The exit status").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString().contains("workshop.store", "AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "store", matches = ".+", disabledReason = INSIDE)
    @DisplayName("A server asks the store inside itself directly, whatever proxy leads out of the house")
    void proxy() {
        try (var server = start(Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "1"))) {
            server.awaitListening();
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "store", matches = ".+", disabledReason = INSIDE)
    @DisplayName("A second server on the same directory does not start: the store in it is the first one's")
    void second() {
        try (var first = start(Map.of())) {
            first.awaitListening();
            try (var second = start(Map.of())) {
                assertThat(second.awaitRefusal("Two servers have one directory")).as("The exit status").isEqualTo(1);
                assertThat(second.errors()).as("Standard error").singleElement().asString().contains("workshop.directory", "in use");
            }
        }
    }

    @Test
    @DisplayName("The store inside needs no network: a proxy of the environment, and a region that is empty, do not matter")
    void environment() {
        var settings = small("server.port", "0", "workshop.work-time", "PT0S", "workshop.directory", directory().toString());
        try (var server = RecordedServer.start(settings, Map.of("HTTP_PROXY", "http://127.0.0.1:1", "http_proxy", "http://127.0.0.1:1",
                                                                "AWS_REGION", ""))) {
            committed(server);
        }
    }

    @Test
    @DisplayName("A link in the place of an object is not read through")
    void linkedObject() throws IOException {
        Path secret = Files.writeString(directory().resolveSibling("secret"), "secret");
        String id = UUID.randomUUID().toString();
        Files.createSymbolicLink(Files.createDirectories(directory().resolve(".store/workshop")).resolve(id), secret);
        try (var server = start(Map.of()); var client = SocketClient.connect(server.awaitListening()).get("/files/" + id)) {
            var answer = client.answer();
            assertThat(answer.status()).as("The status of an object that is a link: %s", answer).isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A link in the place of the store's folder, or of a bucket, is refused")
    @ValueSource(strings = {".store", ".store/workshop"})
    void linkedFolder(String name) throws IOException {
        Path theirs = Files.createDirectories(directory().resolveSibling("theirs"));
        Path link = directory().resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, theirs);
        try (var server = start(Map.of())) {
            assertThat(server.awaitRefusal("The server has started with a link to elsewhere")).as("The exit status").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString().contains("workshop.directory", ".store", "remove it");
        }
        assertThat(theirs).as("Where the link leads").isEmptyDirectory();
    }

    @Exercise(hint = "StagedObject.rollBack hands remove() to the clean-ups, and a stop waits for those.")
    @Order(1)
    @DisabledIfSystemProperty(named = "store", matches = ".+", disabledReason = INSIDE)
    @DisplayName("A server that is asked to stop ends only when everything is rolled back, and what is committed is there afterwards")
    void terminated() {
        String location;
        try (var server = start(small("workshop.work-time", "PT0S"))) {
            location = committed(server);
        }
        try (var server = start(small("workshop.work-time", "PT1H"))) {
            requestsInFlight(server, 20);
            server.terminate();
            assertThat(server.awaitExit()).as("The exit status").isIn(0, 143);
            assertThat(server.awaitOutput("The server stops. Cleaning up.", 20)).as("Lines about the stop").hasSize(20);
            assertThat(server.errors()).as("Standard error").isEmpty();
        }
        try (var server = start(small("workshop.sweep-after", "PT0.001S"));
             var client = SocketClient.connect(server.awaitListening())) {
            assertThat(client.get(location).answer().status()).as("The status of what was committed two processes ago").isEqualTo(200);
            server.terminate();
            server.awaitExit();
            assertThat(server.output()).as("Output: nothing is left to be swept").noneMatch(line -> line.contains("swept"));
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "store", matches = ".+", disabledReason = INSIDE)
    @DisplayName("What a killed server has left in the store inside is swept by the next one, once")
    void killed() {
        Path bucket = directory().resolve(".store/workshop");
        try (var server = start(small("workshop.work-time", "PT0S", "workshop.part-size", "500000000"));
             var client = SocketClient.connect(server.awaitListening()).get("/a")) {
            awaitFile(bucket, ".mpus-.*-1-.*"); // a part is under way
            server.kill();
            assertThat(client.untilClosed()).as("What the client received").isEmpty();
        }
        try (var next = start(small("workshop.sweep-after", "PT0.001S"))) {
            next.awaitOutput("swept the upload of", 1);
            SocketClient.connect(next.awaitListening()).close();
            next.terminate();
            next.awaitExit();
            assertThat(next.output()).as("Output: one upload was left").filteredOn(line -> line.contains("swept")).hasSize(1);
        }
        assertThat(bucket).as("What is left in the bucket").satisfiesAnyOf(path -> assertThat(path).isEmptyDirectory(),
                                                                           path -> assertThat(path).doesNotExist());
    }

    private static void awaitFile(Path folder, String name) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        boolean there = false;
        while (!there && System.nanoTime() < end) {
            String[] names = folder.toFile().list();
            there = names != null && Stream.of(names).anyMatch(each -> each.matches(name));
        }
        assertThat(there).as("A file in %s whose name is like %s", folder, name).isTrue();
    }

    private static Map<String, String> small(String... settings) {
        var all = new HashMap<>(Map.of("workshop.parts", "1", "workshop.part-size", "100"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return all;
    }

    /** Has a request committed; returns where its object is. */
    private static String committed(RecordedServer server) {
        try (var client = SocketClient.connect(server.awaitListening()).get("/a")) {
            var answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
            return answer.header("Location");
        }
    }
}
